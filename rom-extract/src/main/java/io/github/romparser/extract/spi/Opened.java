package io.github.romparser.extract.spi;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is in a container.
 *
 * @param children in the order of the container
 * @param structure what is neither a child nor unknown: headers, tables; in bytes from the start of
 *     the file that the container is in
 * @param products what was recognised for itself and needs no opening
 * @param troubles what is wrong
 */
public record Opened(
    List<Child> children, List<Range> structure, List<Product> products, List<Trouble> troubles) {

  /** Copies the lists. */
  public Opened {
    children = List.copyOf(children);
    structure = List.copyOf(structure);
    products = List.copyOf(products);
    troubles = List.copyOf(troubles);
  }

  /** Collects what is in a container. */
  public static Builder builder() {
    return new Builder();
  }

  /** Nothing but trouble. */
  public static Opened failed(Trouble trouble) {
    return new Opened(List.of(), List.of(), List.of(), List.of(trouble));
  }

  /** Collects what is in a container, in its order. */
  public static final class Builder {
    private final List<Child> children = new ArrayList<>();
    private final List<Range> structure = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    private Builder() {}

    /** Adds a child. */
    public Builder child(Child child) {
      children.add(child);
      return this;
    }

    /** Adds headers or tables. */
    public Builder structure(Range range) {
      structure.add(range);
      return this;
    }

    /** Adds what was recognised for itself. */
    public Builder product(Product product) {
      products.add(product);
      return this;
    }

    /** Adds trouble. */
    public Builder trouble(Trouble.Reason reason, long offset, String detail) {
      troubles.add(new Trouble(reason, offset, detail));
      return this;
    }

    /** Adds what is wrong, and which finding says what to do about it. */
    public Builder trouble(Trouble.Reason reason, long offset, String detail, FindingCode code) {
      troubles.add(new Trouble(reason, offset, detail, code));
      return this;
    }

    /** How many children there are so far. */
    public int size() {
      return children.size();
    }

    /** What was collected. */
    public Opened build() {
      return new Opened(children, structure, products, troubles);
    }
  }
}
