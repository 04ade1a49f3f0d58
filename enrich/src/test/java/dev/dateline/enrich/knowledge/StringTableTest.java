package dev.dateline.enrich.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StringTableTest {

  @Test
  void givesBackEveryStringByItsNumber() {
    TreeSet<String> names = new TreeSet<>(List.of("", "\0", "a\0b", "x".repeat(255), "💧", "Ё"));
    Random random = new Random(7);
    String[] parts = {"град", "burg", "मोर", "モル", "ვილი", " de ", "-", "ó", "ville", "新"};
    for (int i = 0; i < 5_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int part = random.nextInt(6); part >= 0; part--) {
        name.append(parts[random.nextInt(parts.length)]);
      }
      names.add(name.toString());
    }
    List<String> sorted = List.copyOf(names);

    Written table = write(sorted);

    for (int i = 0; i < sorted.size(); i++) {
      assertThat(table.reader().get(i)).isEqualTo(sorted.get(i));
    }
    int plain = sorted.stream().mapToInt(name -> name.getBytes(UTF_8).length).sum();
    assertThat(table.bytes()).isLessThan(plain / 2);
  }

  @Test
  void bytesWithoutASymbolStillHaveRoomForTheLongestString() {
    String rare = "\u0001".repeat(StringTable.LONGEST);
    SymbolTable symbols = SymbolTable.train(List.of("something else".getBytes(UTF_8)));

    assertThat(write(List.of("", rare), symbols).reader().get(1)).isEqualTo(rare);
  }

  @Test
  void oneNameNeedsNoOthersToLearnFrom() {
    assertThat(write(List.of("Морград")).reader().get(0)).isEqualTo("Морград");
  }

  private record Written(StringTable reader, int bytes) {}

  private static Written write(List<String> strings) {
    List<byte[]> encoded = strings.stream().map(string -> string.getBytes(UTF_8)).toList();
    return write(strings, SymbolTable.train(StringTable.remainders(encoded)));
  }

  private static Written write(List<String> strings, SymbolTable symbols) {
    List<byte[]> encoded = strings.stream().map(string -> string.getBytes(UTF_8)).toList();
    List<byte[]> sections = new ArrayList<>();
    StringTable.write(encoded, symbols, sections);
    int index = sections.get(0).length;
    ByteBuffer bytes =
        ByteBuffer.allocate(index + sections.get(1).length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(sections.get(0)).put(sections.get(1));
    SymbolTable read = SymbolTable.read(ByteBuffer.wrap(symbols.toBytes()));
    return new Written(new StringTable(bytes, 0, index, read), bytes.capacity());
  }
}
