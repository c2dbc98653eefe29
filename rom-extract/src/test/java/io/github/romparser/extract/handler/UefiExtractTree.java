package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What UEFIExtract takes out of an image. */
final class UefiExtractTree {
  private static final String BROTLI = "3D532050-5CDA-4FD0-879E-0F7F630D5AFB";

  /**
   * The body of an item.
   *
   * @param path numbered names, with slashes
   * @param size in bytes
   */
  record Body(String path, int size, String sha256) {

    /** What the item is called, without its number. */
    String name() {
      String last = path.substring(path.lastIndexOf('/') + 1);
      return last.substring(last.indexOf(' ') + 1);
    }

    /** Whether all its bytes are the same: erased flash. */
    boolean erased() {
      for (int fill : new int[] {0, 0xff}) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) fill);
        if (Sha256.hex(Slice.of(bytes)).equals(sha256)) {
          return true;
        }
      }
      return false;
    }
  }

  /** What UEFIExtract names and we do not, because it is no part of its own. */
  private static final Set<String> NO_PARTS =
      Set.of(
          "Padding", // between volumes: searched with all that is around it
          "UEFI image", // the body of a capsule that it could not read
          "Free space");

  private UefiExtractTree() {}

  /**
   * Holds the leaves of both against each other.
   *
   * @param beyond how many leaves there are that UEFIExtract does not have
   */
  static void compare(String name, Set<String> ours, List<Body> theirs, int beyond) {
    List<Body> leaves = leaves(theirs);
    List<Body> missing =
        leaves.stream()
            .filter(body -> !ours.contains(body.sha256()))
            .filter(body -> !NO_PARTS.contains(body.name()))
            .filter(body -> !body.erased())
            // Not unpacked: its bytes are those of the packed section.
            .filter(body -> !body.path().contains(BROTLI))
            .toList();
    assertThat(missing).as("%s: not ours", name).isEmpty();
    Set<String> known = leaves.stream().map(Body::sha256).collect(Collectors.toSet());
    assertThat(ours.stream().filter(leaf -> !known.contains(leaf)))
        .as("%s: not UEFIExtract's", name)
        .hasSize(beyond);
  }

  /** Everything that the tool takes out of an image. */
  static List<Body> run(Path image, Path room) throws IOException, InterruptedException {
    Path copy = Files.copy(image, room.resolve(image.getFileName()));
    Process process =
        new ProcessBuilder("UEFIExtract", copy.toString(), "all")
            .redirectErrorStream(true)
            .redirectOutput(room.resolve("log").toFile())
            .start();
    process.waitFor();
    Path tree = room.resolve(image.getFileName() + ".dump");
    try (Stream<Path> files = Files.walk(tree)) {
      List<Body> bodies = new ArrayList<>();
      for (Path file : files.filter(f -> f.endsWith("body.bin")).sorted().toList()) {
        Slice bytes = Slice.of(Files.readAllBytes(file));
        bodies.add(
            new Body(
                tree.relativize(file.getParent()).toString(), bytes.length(), Sha256.hex(bytes)));
      }
      return bodies;
    }
  }

  /** Reads a listing: path, size and digest in each line. */
  static List<Body> read(List<String> lines) {
    return lines.stream()
        .map(line -> line.split("\t", -1))
        .map(fields -> new Body(fields[0], Integer.parseInt(fields[1]), fields[2]))
        .toList();
  }

  /** Items that have no other in them. */
  static List<Body> leaves(List<Body> all) {
    Set<String> parents = new HashSet<>(Set.of("", "."));
    for (Body body : all) {
      parents.add(body.path().substring(0, Math.max(0, body.path().lastIndexOf('/'))));
    }
    return all.stream().filter(body -> !parents.contains(body.path())).toList();
  }
}
