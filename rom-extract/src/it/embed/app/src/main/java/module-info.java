/** A program that takes option ROMs apart. */
// tag::module[]
module io.github.romparser.it.embed {
  requires io.github.romparser.extract; // and with it io.github.romparser.core
}
// end::module[]
