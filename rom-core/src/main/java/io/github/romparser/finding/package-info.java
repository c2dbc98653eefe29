/**
 * What is wrong or worth knowing: values with a stable code, a byte range and arguments.
 *
 * <pre>{@code
 * for (Finding finding : rom.findings()) {
 *   if (finding.severity().atLeast(Severity.WARNING)) {
 *     System.out.println(finding.code().id() + ": " + finding.message() + " " + finding.advice());
 *   }
 * }
 * }</pre>
 *
 * <p>The id of a code keeps its meaning for ever; messages and advice may be worded anew.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.finding;
