/**
 * UEFI firmware: volumes, their files and sections, and the flash chip around them (UEFI Platform
 * Initialization Specification 1.8, volume 3).
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.handler.uefi;
