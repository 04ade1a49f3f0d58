package dev.dateline.ingest.websub;

import java.security.SecureRandom;
import java.util.Base64;

/** What nobody can guess: 256 random bits in 43 characters that need no escape in an address. */
public final class Tokens {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Tokens() {}

  /** A new one. */
  public static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether it may be one by its form. */
  static boolean isOne(String text) {
    return text.matches("[A-Za-z0-9_-]{43}");
  }
}
