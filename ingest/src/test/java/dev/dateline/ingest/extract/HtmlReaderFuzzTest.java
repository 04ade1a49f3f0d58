package dev.dateline.ingest.extract;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;

/** Whatever a page is made of, reading it ends soon and gives a sound article or none. */
class HtmlReaderFuzzTest {

  @Timeout(30)
  @FuzzTest
  void read(byte[] bytes) {
    SoundReading.check(
        Extractor.readPage(RawItem.of(bytes, "page.html"), "https://paper.example/2026/11/03/page"),
        bytes.length);
  }
}
