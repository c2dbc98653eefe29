/**
 * Digests of ROMs and of their drivers, signatures of drivers, and what TPMs and Secure Boot keep
 * of them. Digests need the JDK alone; a signature is read with BouncyCastle, which is loaded then.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.sign;
