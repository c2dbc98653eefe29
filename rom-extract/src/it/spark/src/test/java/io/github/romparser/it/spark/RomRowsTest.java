package io.github.romparser.it.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.ZipForge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a Spark job are those of the library. */
class RomRowsTest {

  private static final int FILES = Integer.getInteger("forged.files", 500);
  private static final int SLICES = 16;

  @TempDir private static Path folder;
  private static SparkSession spark;
  private static final List<String> PATHS = new ArrayList<>();
  private static final Map<String, List<Object>> EXPECTED = new HashMap<>();

  @BeforeAll
  static void begin() throws IOException {
    forge();
    long start = System.nanoTime();
    spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("rom-parser")
            .config("spark.ui.enabled", "false")
            // One attempt: a task that fails is to fail the test.
            .config("spark.task.maxFailures", "1")
            .getOrCreate();
    told("Spark " + spark.version() + " started", start, 1);
    start = System.nanoTime();
    for (String path : PATHS) {
      EXPECTED.put(path, RomRows.scan(path).values());
    }
    told("library, one thread, not warm", start, PATHS.size());
    start = System.nanoTime();
    PATHS.parallelStream().map(RomRows::scan).toList();
    told("library, parallel stream", start, PATHS.size());
  }

  @AfterAll
  static void end() {
    spark.stop();
  }

  /** ROMs of all layouts, archives, damaged files, text, and paths that lead nowhere. */
  private static void forge() throws IOException {
    Random random = new Random(7);
    List<String> layouts =
        RomForge.names().stream().filter(name -> !name.equals("ten-thousand")).sorted().toList();
    for (int i = 0; i < FILES; i++) {
      byte[] rom = RomForge.named(layouts.get(i % layouts.size()));
      byte[] bytes =
          switch (i % 10) {
            case 3 -> ZipForge.of("inside" + i + ".rom", 0, 0, rom, rom);
            case 5 -> Arrays.copyOf(rom, random.nextInt(rom.length));
            case 7 -> ("text " + i).getBytes(StandardCharsets.UTF_8);
            case 8 -> noise(random, rom);
            default -> rom;
          };
      PATHS.add(Files.write(folder.resolve("file" + i), bytes).toString());
    }
    PATHS.add(folder.resolve("missing").toString());
    PATHS.add(folder.toString());
    PATHS.add("no\0name");
    Collections.shuffle(PATHS, random);
  }

  private static byte[] noise(Random random, byte[] rom) {
    byte[] changed = rom.clone();
    for (int i = 0; i < 50; i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    return changed;
  }

  private static void told(String what, long start, int files) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s: %.2f s, %.0f a second%n", what, seconds, files / seconds);
  }

  private static void same(List<RomRow> rows) {
    assertEquals(PATHS.size(), rows.size());
    for (RomRow row : rows) {
      assertEquals(EXPECTED.get(row.getName()), row.values(), row.getName());
    }
    assertEquals(PATHS.size(), rows.stream().map(RomRow::getName).distinct().count());
  }

  @Test
  void rowsAreThoseOfTheLibrary() {
    for (String pass : List.of("first", "second")) {
      long start = System.nanoTime();
      List<RomRow> rows = RomRows.of(spark, PATHS, SLICES).collectAsList();
      told("Spark, " + pass + " pass", start, PATHS.size());
      same(rows);
    }
  }

  @Test
  void theyGoThroughParquetAndJsonLinesUnchanged() {
    Dataset<RomRow> rows = RomRows.of(spark, PATHS, SLICES);
    String parquet = folder.resolve("rows.parquet").toString();
    rows.write().parquet(parquet);
    same(spark.read().parquet(parquet).as(Encoders.bean(RomRow.class)).collectAsList());
    String json = folder.resolve("rows.json").toString();
    rows.write().json(json);
    same(
        spark
            .read()
            .schema(rows.schema())
            .json(json)
            .as(Encoders.bean(RomRow.class))
            .collectAsList());
  }

  @Test
  void theyCanBeAskedWithSql() {
    RomRows.of(spark, PATHS, SLICES).createOrReplaceTempView("files");
    Row answer =
        spark
            .sql(
                "select count(*), count(distinct rom.sha256) from"
                    + " (select explode(roms) as rom from files)")
            .first();
    long roms =
        EXPECTED.values().stream().mapToLong(values -> ((List<?>) values.get(5)).size()).sum();
    assertTrue(roms > FILES / 2, () -> roms + " ROMs");
    assertEquals(roms, answer.getLong(0));
    assertTrue(answer.getLong(1) > 10);
  }

  @Test
  void whatCannotBeReadIsARow() {
    List<RomRow> odd =
        RomRows.of(spark, List.of(folder + "/missing", folder.toString(), "no\0name"), 1)
            .collectAsList();
    assertEquals(
        List.of("No such file", "Is a directory", "not a file name"),
        odd.stream().map(RomRow::getProblem).toList());
  }
}
