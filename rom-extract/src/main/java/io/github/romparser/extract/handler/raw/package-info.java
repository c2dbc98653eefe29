/** What is worth having and lies about without a container. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.handler.raw;
