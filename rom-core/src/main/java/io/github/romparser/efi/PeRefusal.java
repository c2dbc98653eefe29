package io.github.romparser.efi;

/**
 * Why edk2's loader refuses an executable: the rules of PeCoffLoaderGetPeHeader in their order
 * (edk2 MdePkg/Library/BasePeCoffLib/BasePeCoff.c).
 */
public enum PeRefusal {
  /** The file has fewer than the 64 bytes that a DOS header has. */
  NO_DOS_HEADER,
  /** From the PE header on there are fewer than 264 bytes, the most that its headers can have. */
  NO_PE_HEADER,
  /** A TE header that stands for no more than its own 40 bytes. */
  STRIPPED_SIZE,
  /** The code of a TE file begins within the headers that were cut off. */
  BASE_OF_CODE,
  /** One of the two directories of a TE file has a size, but no address. */
  DIRECTORY_WITHOUT_ADDRESS,
  /** More than 16 data directories. */
  DIRECTORY_COUNT,
  /** The size of the optional header does not fit the number of data directories. */
  OPTIONAL_HEADER_SIZE,
  /** SizeOfImage leaves no room for the section headers and one more. */
  SIZE_OF_IMAGE,
  /** SizeOfHeaders leaves out section headers. */
  HEADERS_WITHOUT_SECTIONS,
  /** SizeOfHeaders is not less than SizeOfImage. */
  HEADERS_BEYOND_IMAGE,
  /** The file ends before SizeOfHeaders. */
  HEADERS_BEYOND_FILE,
  /** The certificate table ends behind the end of the file. */
  CERTIFICATES_BEYOND_FILE,
  /** The file ends before the last section header. */
  SECTION_HEADER_BEYOND_FILE,
  /** A section begins, in memory or in the file, before the end of the headers. */
  SECTION_WITHIN_HEADERS,
  /** A section ends behind the end of the file. */
  SECTION_BEYOND_FILE
}
