/**
 * Makes a jar start sooner without changing what its program does.
 *
 * <p>Of a run of some hundred milliseconds the JVM spends a large part on making a class for each
 * lambda that is met for the first time, class-data sharing or not. Here these classes are made in
 * the build. Class files from before Java 6 are brought to the form that class-data sharing takes.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.quickjar;
