/** Capsules: what firmware updates are handed to the firmware in (UEFI 2.10 §8.5.3 and §23). */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.handler.capsule;
