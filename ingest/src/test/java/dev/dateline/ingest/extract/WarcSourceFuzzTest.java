package dev.dateline.ingest.extract;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever an archive of pages is made of, reading it ends soon, gives sound articles or none, and
 * no more of them than it may.
 */
class WarcSourceFuzzTest {

  /** What an archive may unpack to, so small that bombs are found. */
  private static final ExtractLimits LIMITS = new ExtractLimits(100_000, 50, 1_000_000);

  @Timeout(30)
  @FuzzTest
  void read(byte[] bytes) {
    List<Extraction> items = new ArrayList<>();
    InputStream in = new BoundedInputStream(new ByteArrayInputStream(bytes), LIMITS.archiveBytes());
    try (ArticleStream stream = new ArticleStream(new WarcSource(in, "crawl.warc", LIMITS))) {
      stream.forEachRemaining(items::add);
    }
    SoundReading.check(items, (int) LIMITS.archiveBytes());
  }
}
