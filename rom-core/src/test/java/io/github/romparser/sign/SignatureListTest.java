package io.github.romparser.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignatureListTest {

  private static final String ONES = "11".repeat(32);
  private static final String TWOS = "22".repeat(32);

  @Test
  void everyByteIsInItsPlace() {
    UUID owner = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    byte[] list = SignatureList.ofSha256(owner, List.of(ONES, TWOS, ONES));
    assertThat(HexFormat.of().formatHex(list))
        .isEqualTo(
            "2616c4c14c509240aca941f936934328" // EFI_CERT_SHA256_GUID
                + "7c000000" // 28 + 2 * 48
                + "00000000"
                + "30000000"
                + "33221100554477668899aabbccddeeff"
                + ONES
                + "33221100554477668899aabbccddeeff"
                + TWOS);
  }

  @Test
  void upperCaseIsNoOtherDigest() {
    String lower = "ab".repeat(32);
    assertThat(
            SignatureList.ofSha256(
                SignatureList.NOBODY, List.of(lower, lower.toUpperCase(Locale.ROOT))))
        .isEqualTo(SignatureList.ofSha256(SignatureList.NOBODY, List.of(lower)));
  }

  @Test
  void onlySha256() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignatureList.ofSha256(SignatureList.NOBODY, List.of("00")));
    assertThat(SignatureList.ofSha256(SignatureList.NOBODY, List.of())).hasSize(28);
  }
}
