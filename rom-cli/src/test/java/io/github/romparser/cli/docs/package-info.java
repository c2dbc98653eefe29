/** Holds the documents true: their commands are run, their links followed, their code compiled. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.cli.docs;
