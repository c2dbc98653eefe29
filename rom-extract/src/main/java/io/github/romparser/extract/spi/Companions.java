package io.github.romparser.extract.spi;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The files that lie beside the one that a container is in: the other parts of a set. For a file of
 * the user's they are those of its folder, for a member of an archive the other members.
 */
public interface Companions {

  /** Nothing is known of what lies beside a container. */
  Companions NONE =
      new Companions() {
        @Override
        public String name() {
          return "";
        }

        @Override
        public Optional<Slice> find(String name, Allowance allowance) {
          return Optional.empty();
        }
      };

  /**
   * {@return what the file that the container is in is called, without folders; empty if nobody
   * knows}
   */
  String name();

  /**
   * A file beside the one that the container is in.
   *
   * @param name a file name without folders, in whatever case; others are not found
   * @param allowance asked before memory is taken; what is larger than it allows is not found
   * @return all of it, as a view of its own at offset 0
   */
  Optional<Slice> find(String name, Allowance allowance);
}
