/** Version strings of images that no vendor's reader knows. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.vendor.generic;
