package io.github.romparser.it.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestCheckTest {

  @Test
  void aRomThatIsTakenHasNoObstacles() throws IOException {
    assertEquals(List.of(), GuestCheck.obstacles(Samples.path("signed-driver.rom"), SIGNED_CARD));
  }

  @Test
  void whatIsInFrontOfARomIsAnObstacle() throws IOException {
    List<String> why = GuestCheck.obstacles(Samples.path("nvgi2.rom"), "10de:0fc6");
    assertTrue(why.toString().contains("0x600"), why.toString());
  }

  @Test
  void soIsCodeForAnotherFirmware() throws IOException {
    List<String> why = GuestCheck.obstacles(Samples.path("fcode.rom"), "1002:73bf");
    assertFalse(why.isEmpty());
  }

  private static final String SIGNED_CARD = "1002:73bf";
}
