package dev.dateline.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSignatureTest {

  private static final String SECRET = "key";
  private static final byte[] BODY = "The quick brown fox jumps over the lazy dog".getBytes(UTF_8);

  /** Known values of HMAC for the key and text above. */
  @ParameterizedTest
  @CsvSource({
    "sha1=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9",
    "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
    "SHA256=F7BC83F430538424B13298E6AA6FB143EF4D59A14946175997479DBC2D1A3CD8",
    "sha384=d7f4727e2c0b39ae0f1e40cc96f60242d5b7801841cea6fc592c5d3e1ae50700582a96cf35e1e554995fe4e03381c237",
    "sha512=b42af09057bac1e2d41708e48a902e09b5ff7f12ab428a4fe86653c73dd248fb82f948a549f7b791a5b41915ee4d1ec3935357e4e2317250d0372afa2ebeeb3a"
  })
  void knowsARightSignatureOfEachMethod(String header) {
    assertThat(isRight(header, BODY)).isTrue();
  }

  @Test
  void knowsAWrongOne() {
    String header = "sha1=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9";
    assertThat(isRight(header, "another body".getBytes(UTF_8))).isFalse();
    assertThat(isRight(header.replace("d9", "d8"), BODY)).isFalse();
    HubSignature of = HubSignature.parse(header, "another secret").orElseThrow();
    of.update(BODY, BODY.length);
    assertThat(of.isRight()).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "sha256",
        "sha256=",
        "sha256=zz",
        "md5=9e107d9d372bb6826bd81d3542a419d6",
        "none=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9",
        "sha1=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d",
        "sha1=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d99"
      })
  void aHeaderThatIsNoneIsNoSignature(String header) {
    assertThat(HubSignature.parse(header, SECRET)).isEmpty();
  }

  private static boolean isRight(String header, byte[] body) {
    HubSignature signature = HubSignature.parse(header, SECRET).orElseThrow();
    signature.update(body, body.length);
    return signature.isRight();
  }
}
