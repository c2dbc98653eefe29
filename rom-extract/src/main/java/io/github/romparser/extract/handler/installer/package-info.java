/** Installers and self-extracting programs: one file a format. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.handler.installer;
