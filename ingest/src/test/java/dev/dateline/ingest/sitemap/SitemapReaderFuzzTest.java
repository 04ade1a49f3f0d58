package dev.dateline.ingest.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a sitemap is made of, reading it ends soon and gives addresses or says that it is none.
 */
class SitemapReaderFuzzTest {

  @Timeout(30)
  @FuzzTest
  void read(byte[] bytes) {
    try {
      List<SitemapEntry> entries =
          SitemapReader.read(bytes, null, "https://paper.example/sitemap.xml").entries().toList();
      assertThat(entries)
          .extracting(SitemapEntry::url)
          .allMatch(url -> url.startsWith("http://") || url.startsWith("https://"));
    } catch (UnreadableSitemapException e) {
      assertThat(e).message().endsWith(".");
    }
  }
}
