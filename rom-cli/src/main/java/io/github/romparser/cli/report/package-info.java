/** Reports. A report is a function of a model object; nothing here reads or judges. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.cli.report;
