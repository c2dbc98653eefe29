/**
 * What a container format has to say and do to be taken part in a search: {@link
 * io.github.romparser.extract.spi.Handler}.
 *
 * <p>Handlers are found by {@link java.util.ServiceLoader}; programs may bring their own.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.spi;
