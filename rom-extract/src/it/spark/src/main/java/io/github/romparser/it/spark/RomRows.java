package io.github.romparser.it.spark;

import io.github.romparser.extract.Budget;
import io.github.romparser.scan.FileScan;
import io.github.romparser.scan.ScanOptions;
import io.github.romparser.scan.ScanRow;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** Paths in, rows out. */
public final class RomRows {

  private RomRows() {}

  /**
   * How a task scans. It is made where the tasks run, by the first of them: nothing of it travels
   * from the driver. The tasks of an executor share its memory.
   */
  // tag::options[]
  private static final class Options {
    static final ScanOptions HERE = here();

    private static ScanOptions here() {
      Runtime executor = Runtime.getRuntime();
      long held = Math.max(16L << 20, executor.maxMemory() / 2 / executor.availableProcessors());
      Budget budget =
          Budget.usual().within(Duration.ofMinutes(1)).bytes(512L << 20, held, 8L << 30);
      return new ScanOptions(true, executor.maxMemory() / 8, budget);
    }
  }

  // end::options[]

  /** The function: static, without state, and it throws for no file. */
  // tag::function[]
  public static RomRow scan(String path) {
    try {
      return RomRow.of(FileScan.of(Path.of(path), Options.HERE));
    } catch (InvalidPathException e) {
      return RomRow.of(ScanRow.unread(path, 0, "not a file name"));
    }
  }

  // end::function[]

  /**
   * The job.
   *
   * @param paths of files that every executor can open under the same names
   * @param slices how many tasks; some for each core, so that a few slow files delay little
   */
  // tag::job[]
  public static Dataset<RomRow> of(SparkSession spark, List<String> paths, int slices) {
    JavaRDD<RomRow> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(paths, slices)
            .map(RomRows::scan);
    return spark.createDataset(rows.rdd(), Encoders.bean(RomRow.class));
  }
  // end::job[]
}
