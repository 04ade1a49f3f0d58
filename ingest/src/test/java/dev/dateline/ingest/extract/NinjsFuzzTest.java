package dev.dateline.ingest.extract;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;

/** Whatever an item in JSON is made of, reading it ends soon and gives sound articles or none. */
class NinjsFuzzTest {

  @Timeout(30)
  @FuzzTest
  void read(byte[] bytes) {
    SoundReading.check(Extractor.read(RawItem.of(bytes, "item.json")), bytes.length);
  }
}
