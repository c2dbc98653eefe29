/**
 * Digests of ROMs and of their drivers, signatures of drivers, and what TPMs and Secure Boot keep
 * of them.
 *
 * <pre>{@code
 * Authenticode signatures = Authenticode.of(driver.bytes(), pe);
 * if (signatures.unchecked()) {
 *   System.out.println("BouncyCastle is missing");
 * } else {
 *   System.out.println(signatures.holds() ? "signed" : "no signature holds");
 * }
 * }</pre>
 *
 * <p>Digests need the JDK alone; a signature is read with BouncyCastle, which is loaded then.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.sign;
