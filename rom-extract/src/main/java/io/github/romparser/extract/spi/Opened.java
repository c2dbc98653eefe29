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

  /**
   * Copies the lists.
   *
   * @param children in the order of the container
   * @param structure headers and tables, in bytes from the start of the file that the container is
   *     in
   * @param products what needs no opening
   * @param troubles what is wrong; empty if all is well
   */
  public Opened {
    children = List.copyOf(children);
    structure = List.copyOf(structure);
    products = List.copyOf(products);
    troubles = List.copyOf(troubles);
  }

  /** {@return a collector that has nothing yet} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return nothing but trouble; the container's bytes are then searched as unknown ones}
   *
   * @param trouble why nothing can be told of the container
   */
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

    /**
     * Adds a child behind those that it has.
     *
     * @param child the next in the order of the container
     * @return this collector
     */
    public Builder child(Child child) {
      children.add(child);
      return this;
    }

    /**
     * Adds headers or tables, whose bytes are not searched.
     *
     * @param range where they stand, in bytes from the start of the file that the container is in
     * @return this collector
     */
    public Builder structure(Range range) {
      structure.add(range);
      return this;
    }

    /**
     * Adds what was recognised for itself.
     *
     * @param product needs no opening and is kept as a result
     * @return this collector
     */
    public Builder product(Product product) {
      products.add(product);
      return this;
    }

    /**
     * Adds what is wrong, of which no finding says more.
     *
     * @param reason which kind of trouble it is
     * @param offset where, in bytes from the start of the file that the container is in
     * @param detail what there is to add, in few words; may be empty
     * @return this collector
     */
    public Builder trouble(Trouble.Reason reason, long offset, String detail) {
      troubles.add(new Trouble(reason, offset, detail));
      return this;
    }

    /**
     * Adds what is wrong, and which finding says what to do about it.
     *
     * @param reason which kind of trouble it is
     * @param offset where, in bytes from the start of the file that the container is in
     * @param detail what there is to add, in few words; may be empty
     * @param code its texts are given the way to the container and {@code detail}
     * @return this collector
     */
    public Builder trouble(Trouble.Reason reason, long offset, String detail, FindingCode code) {
      troubles.add(new Trouble(reason, offset, detail, code));
      return this;
    }

    /** {@return how many children there are so far} */
    public int size() {
      return children.size();
    }

    /** {@return a copy of what was collected so far} */
    public Opened build() {
      return new Opened(children, structure, products, troubles);
    }
  }
}
