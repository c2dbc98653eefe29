/** Archives, compressed files, programs and coreboot's flash file system: one file a format. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.handler.archive;
