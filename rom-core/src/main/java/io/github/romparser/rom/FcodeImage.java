package io.github.romparser.rom;

import io.github.romparser.rom.header.FcodeHeader;
import java.util.Optional;

/**
 * An Open Firmware image, code type 1.
 *
 * @param frame what all images have
 * @param programPointer place of the FCode program, in bytes from the start of the image
 * @param program the header of the program, if it is there
 */
public record FcodeImage(ImageFrame frame, int programPointer, Optional<FcodeHeader> program)
    implements RomImage {}
