package dev.dateline.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signature of a delivery: {@code X-Hub-Signature: sha256=HEX} (WebSub, section 7.1). */
final class HubSignature {

  private static final Pattern FORM = Pattern.compile("\\s*(\\w{4,6})=([0-9A-Fa-f]{40,128})\\s*");

  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private final Mac mac;
  private final byte[] claimed;

  private HubSignature(Mac mac, byte[] claimed) {
    this.mac = mac;
    this.claimed = claimed;
  }

  /**
   * Begins to check a signature.
   *
   * @param header as it came
   * @return empty where there is none of a known method
   */
  static Optional<HubSignature> parse(@Nullable String header, String secret) {
    Matcher form = FORM.matcher(header == null ? "" : header);
    if (!form.matches() || form.group(2).length() % 2 != 0) {
      return Optional.empty();
    }
    String algorithm = METHODS.get(form.group(1).toLowerCase(Locale.ROOT));
    if (algorithm == null) {
      return Optional.empty();
    }
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      return Optional.of(new HubSignature(mac, HexFormat.of().parseHex(form.group(2))));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /** Takes the next bytes of the body. */
  void update(byte[] bytes, int length) {
    mac.update(bytes, 0, length);
  }

  /** Whether all bytes so far are what was signed; takes the same time wherever they differ. */
  boolean isRight() {
    return MessageDigest.isEqual(mac.doFinal(), claimed);
  }
}
