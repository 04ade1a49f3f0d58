package dev.dateline.ingest.extract;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;

/** Whatever a message in XML is made of, reading it ends soon and gives sound articles or none. */
class NewsMlReaderFuzzTest {

  @Timeout(30)
  @FuzzTest
  void read(byte[] bytes) {
    SoundReading.check(Extractor.read(RawItem.of(bytes, "item.xml")), bytes.length);
  }
}
