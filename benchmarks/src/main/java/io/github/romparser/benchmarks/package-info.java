/**
 * How fast the library is, measured with JMH: each data set by each method, with a baseline beside
 * every method. Results and the machine they were measured on are in the module's README.
 */
@NullMarked
package io.github.romparser.benchmarks;

import org.jspecify.annotations.NullMarked;
