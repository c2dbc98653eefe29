/** What is wrong or worth knowing: values with a stable code, a byte range and arguments. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.finding;
