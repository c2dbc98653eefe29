package io.github.romparser.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.romparser.cli.Samples;
import io.github.romparser.testdata.RomForge;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The pages that the packaged program writes, in a real browser (Debian: chromium). */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the launcher is for Linux")
class HtmlPageIT {

  private static final String LAUNCHER = System.getProperty("rom.launcher");

  /** Pictures in the documentation are not larger than this, in bytes. */
  private static final int MOST_BYTES = 150_000;

  private static final int PHONE = 360;

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void pages() throws Exception {
    Browser.need();
    Samples.write(folder, "nvgi2");
    Samples.write(folder, "amd-flash");
    Samples.write(folder, "shadow");
    Files.createFile(folder.resolve("pci.ids"));
    Files.write(folder.resolve("update.bin"), update());
    Files.createFile(folder.resolve("empty.rom"));
    String longName = "<b>" + "a-very-long-name".repeat(12) + "&lt;.rom";
    Samples.write(folder, longName, RomForge.named("turing-nvgi3"));
    program("show", "nvgi2.rom", "--pci-ids", "pci.ids");
    program("several", longName, "empty.rom", "nvgi2.rom");
    program("check", "check", "nvgi2.rom", "--for", "ovmf,seabios,qemu,linux");
    program("diff", "diff", "amd-flash.rom", "shadow.rom");
    program("extract", "extract", "update.bin", "--list");
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  /** A flash image: a ROM, padding, and an archive in an archive with another ROM. */
  private static byte[] update() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[2048]);
    all.writeBytes(RomForge.named("muxless-laptop"));
    all.writeBytes(RomForge.start().pad(9000, 0xff).build());
    all.writeBytes(zip("bios.zip", zip("BIOS/apu.rom", RomForge.named("amd-apu"))));
    return all.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static void program(String page, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(LAUNCHER));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--html", page + ".html"));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(page + ".txt").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as(Files.readString(folder.resolve(page + ".txt")))
        .isLessThan(2);
  }

  private static void open(String page) throws Exception {
    browser.open(folder.resolve(page + ".html"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "several", "check", "diff", "extract"})
  void it_loads_nothing_and_nothing_is_complained_of(String page) throws Exception {
    open(page);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .containsExactly(folder.resolve(page + ".html").toUri().toString());
    // The style sheet was not refused by the policy.
    assertThat(browser.evaluate("getComputedStyle(document.body).maxWidth").asString())
        .isEqualTo("1088px");
  }

  @Test
  void a_breach_of_the_policy_would_be_seen() throws Exception {
    String page = Files.readString(folder.resolve("show.html"));
    Path broken = folder.resolve("broken.html");
    Files.writeString(
        broken,
        page.replace(
            "</main>",
            "<script>document.title = 'run'</script><img src=\"file:///x.png\">"
                + "<p style=\"color: red\">x</p></main>"));
    browser.open(broken);
    assertThat(browser.complaints()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(String.join(" ", browser.complaints())).contains("Content Security Policy");
    assertThat(browser.evaluate("document.title").asString()).isNotEqualTo("run");
  }

  @Test
  void the_browser_reads_the_same_tree_that_was_written() throws Exception {
    List<String> command =
        Browser.command(
            Files.createDirectory(folder.resolve("profile-dump")),
            "--enable-logging=stderr",
            "--dump-dom",
            folder.resolve("several.html").toUri().toString());
    Path dom = folder.resolve("dom.html");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(errors.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String written = Files.readString(folder.resolve("several.html"));
    assertThat(plain(Files.readString(dom))).isEqualTo(plain(written));
    assertThat(Files.readString(errors, StandardCharsets.ISO_8859_1)).doesNotContain("CONSOLE");
  }

  /** What is left of a page when blanks and ways of writing the same are gone. */
  private static String plain(String page) {
    return page.replaceAll("\\s+", "")
        .replace("<!DOCTYPEhtml>", "")
        .replace("&quot;", "\"")
        .replace("&#39;", "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "several", "check", "diff", "extract"})
  void on_a_telephone_only_boxes_scroll_sideways(String page) throws Exception {
    for (boolean unfolded : new boolean[] {false, true}) {
      browser.screen(PHONE, 740, 1, false);
      open(page);
      if (unfolded) {
        browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      }
      JsonNode widths =
          browser.evaluate(
              "[document.documentElement.scrollWidth, innerWidth, visualViewport.width]");
      assertThat(widths.get(0).asInt()).as("%s, unfolded: %s", page, unfolded).isEqualTo(PHONE);
      assertThat(widths.get(1).asInt()).isEqualTo(PHONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "several", "check", "diff", "extract"})
  void text_stands_out_from_what_is_behind_it(String page) throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      browser.screen(1280, 900, 1, dark);
      open(page);
      browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      JsonNode result = browser.evaluate(script("contrast.js"));
      assertThat(result.get("measured").asInt()).isGreaterThan(50);
      // WCAG 2.2, 1.4.3: 4.5 to 1.
      assertThat(result.get("poor")).as("%s, dark: %s", page, dark).isEmpty();
    }
  }

  private static String script(String name) throws IOException {
    try (var in = HtmlPageIT.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "several", "check", "diff", "extract"})
  void who_does_not_see_it_finds_the_way(String page) throws Exception {
    browser.screen(1280, 900, 1, false);
    open(page);
    List<String> tree = browser.accessibilityTree();
    assertThat(tree)
        .contains("banner: ", "navigation: Contents", "main: ", "contentinfo: ")
        .anyMatch(node -> node.startsWith("heading: "))
        .anyMatch(node -> node.matches("(image|img): Map of .*"))
        .contains("link: Skip to the report");
    // Every region, every table's box and every picture has a name.
    assertThat(tree).doesNotContain("region: ", "image: ", "img: ", "link: ", "heading: ");
    // The first key press leads to the link that skips the head.
    JsonNode reach =
        browser.evaluate(
            "[...document.querySelectorAll('a, summary, [tabindex=\"0\"]')]"
                + ".filter(e => e.tabIndex >= 0)[0].textContent");
    assertThat(reach.asString()).isEqualTo("Skip to the report");
  }

  @Test
  void a_region_of_the_map_leads_to_its_row_and_the_row_to_its_bytes() throws Exception {
    browser.screen(1280, 900, 1, false);
    open("show");
    browser.evaluate(
        "document.querySelector('svg.map a[href=\"#file1-r2\"]').dispatchEvent("
            + "new MouseEvent('click', {bubbles: true}))");
    browser.settle();
    assertThat(browser.evaluate("document.querySelector(':target').innerText").asString())
        .contains("0x1e00", "4,096", "#1 EFI driver");
    assertThat(visible("#file1-r2-bytes")).isFalse();
    browser.evaluate("document.querySelector('tr:target a').click()");
    browser.settle();
    assertThat(visible("#file1-r2-bytes")).isTrue();
    assertThat(browser.evaluate("document.querySelector(':target').innerText").asString())
        .contains("00001e00", "55 aa");
  }

  private static boolean visible(String selector) throws Exception {
    return browser
        .evaluate("document.querySelector('" + selector + "').checkVisibility()")
        .asBoolean();
  }

  @Test
  void a_finding_unfolds_and_its_bytes_are_marked() throws Exception {
    browser.screen(PHONE, 740, 1, false);
    open("several");
    String finding = "document.querySelector('.finding')";
    double before = browser.evaluate(finding + ".offsetHeight").asDouble();
    browser.evaluate(finding + ".querySelector('summary').click()");
    browser.settle();
    assertThat(browser.evaluate(finding + ".querySelector('details').open").asBoolean()).isTrue();
    assertThat(browser.evaluate(finding + ".offsetHeight").asDouble()).isGreaterThan(before + 50);
    assertThat(browser.evaluate(finding + ".querySelectorAll('mark').length").asInt()).isPositive();
    // Its box scrolls, the page does not.
    assertThat(
            browser
                .evaluate(
                    "(b => b.scrollWidth > b.clientWidth)("
                        + finding
                        + ".querySelector('.scroll'))")
                .asBoolean())
        .isTrue();
  }

  @Test
  void the_map_is_to_scale() throws Exception {
    browser.screen(1280, 900, 1, false);
    open("show");
    JsonNode widths =
        browser.evaluate(
            "[...document.querySelectorAll('svg.map > a > svg')].filter(s => s.querySelector('.box'))"
                + ".map(s => s.width.baseVal.value / s.parentNode.parentNode.clientWidth)");
    double[] expected = {1536, 6144, 4096, 3072, 512};
    assertThat(widths).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(widths.get(i).asDouble()).isCloseTo(expected[i] / 15_360, within(0.001));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "several", "check", "diff", "extract"})
  void it_is_drawn_light_and_dark_wide_and_narrow(String page) throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      for (boolean phone : new boolean[] {false, true}) {
        browser.screen(phone ? PHONE : 1100, phone ? 740 : 850, phone ? 2 : 1, dark);
        open(page);
        byte[] png = browser.screenshot();
        String name = page + (dark ? "-dark" : "-light") + (phone ? "-phone" : "-desktop") + ".png";
        write(name, png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(phone ? 2 * PHONE : 1100);
        assertThat(colours(image)).as(name).hasSizeGreaterThan(100);
        int corner = image.getRGB(2, 2) & 0xff;
        assertThat(corner).as(name).matches(blue -> dark ? blue < 60 : blue > 200);
      }
    }
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }

  private static void write(String name, byte[] png) throws IOException {
    Path screenshots = Path.of(LAUNCHER).resolveSibling("screenshots");
    Files.createDirectories(screenshots);
    Files.write(screenshots.resolve(name), png);
  }

  /**
   * The pictures of the documentation. {@code -Dgolden.write=FOLDER} takes them anew; that they are
   * the same to the last pixel is not asked, because fonts differ.
   */
  @ParameterizedTest
  @ValueSource(strings = {"show light desktop", "extract dark desktop", "check light phone"})
  void the_documentation_has_its_pictures(String wanted) throws Exception {
    String[] words = wanted.split(" ", -1);
    boolean phone = words[2].equals("phone");
    Path committed =
        Path.of("src", "docs", "images", String.format(Locale.ROOT, "html-%s.png", words[0]));
    if (!System.getProperty("golden.write", "").isEmpty()) {
      browser.screen(
          phone ? PHONE : 1000, phone ? 780 : 800, phone ? 1.5 : 1, words[1].equals("dark"));
      open(words[0]);
      if (words[0].equals("extract")) {
        browser.evaluate("document.querySelector('#file1-map').scrollIntoView()");
      }
      Files.createDirectories(committed.getParent());
      Files.write(committed, browser.screenshot());
    }
    assertThat(committed).isRegularFile();
    assertThat(Files.size(committed)).isBetween(5_000L, (long) MOST_BYTES);
    assertThat(colours(ImageIO.read(committed.toFile()))).hasSizeGreaterThan(100);
  }
}
