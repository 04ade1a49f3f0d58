package dev.dateline.ingest.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.extract.Sha256;
import dev.dateline.ingest.text.CanonicalUrl;
import java.net.URI;
import java.util.Locale;

/** Gives sources their ids: the host, to be read, and a hash of the address. */
public final class SourceIds {

  private static final int LONGEST_HOST = 40;

  private SourceIds() {}

  /**
   * The id of a source, the same for spellings of one address.
   *
   * @param url a canonical address
   */
  public static String of(String url) {
    String host = URI.create(url).getHost();
    String name = (host == null ? "source" : host).toLowerCase(Locale.ROOT);
    name = name.replaceFirst("^www\\.", "").replaceAll("[^a-z0-9.]+", "-");
    name = name.length() <= LONGEST_HOST ? name : name.substring(0, LONGEST_HOST);
    String identity = CanonicalUrl.identity(url);
    return name + "-" + Sha256.hex(identity.getBytes(UTF_8)).substring(0, 8);
  }
}
