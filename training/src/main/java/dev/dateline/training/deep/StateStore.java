package dev.dateline.training.deep;

import dev.dateline.enrich.stage.deep.EncodedText;
import dev.dateline.enrich.stage.deep.TextEncoder;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Keeps what the encoder made of texts in a file, since it takes an hour to read the sets. Records
 * are appended; one that was cut off by a kill is dropped. Delete the file when the encoder
 * changes.
 */
final class StateStore implements AutoCloseable {

  /** Every so many texts it is told how many are left. */
  private static final int PROGRESS = 100;

  private static final int KEY = 32;
  private static final int HEAD = KEY + 3 * Integer.BYTES;

  private final FileChannel file;
  private final boolean withWords;
  private final Map<ByteBuffer, Long> places = new HashMap<>();

  private StateStore(FileChannel file, boolean withWords) {
    this.file = file;
    this.withWords = withWords;
  }

  /**
   * Opens a store, or makes one.
   *
   * @param withWords whether the states of each word are kept
   */
  static StateStore open(Path path, boolean withWords) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    StateStore store = new StateStore(file, withWords);
    store.readPlaces();
    return store;
  }

  private void readPlaces() throws IOException {
    long position = 0;
    while (position + HEAD <= file.size()) {
      ByteBuffer head = read(position, HEAD);
      byte[] key = new byte[KEY];
      head.get(key);
      long length = HEAD + bodyLength(head.getInt(), head.getInt());
      if (position + length > file.size()) {
        break;
      }
      places.put(ByteBuffer.wrap(key), position);
      position += length;
    }
    file.truncate(position);
  }

  private static long bodyLength(int words, int sums) {
    return (long) words * Short.BYTES + (long) sums * Float.BYTES;
  }

  /**
   * Reads the texts that are not kept yet, each by itself: what is read together with it shifts the
   * eight bits that the encoder counts in, so that alone its states are the same whichever texts
   * were there before.
   *
   * @param budget most pieces of a text
   * @param progress hears the number of texts that are left, now and then
   */
  void addAll(List<String> texts, TextEncoder encoder, int budget, IntConsumer progress)
      throws IOException {
    Set<String> missing = new LinkedHashSet<>(texts);
    missing.removeIf(this::has);
    int left = missing.size();
    for (String text : missing) {
      if (left-- % PROGRESS == 0) {
        progress.accept(left + 1);
      }
      append(key(text), encoder.readEach(List.of(Tokens.of(text)), budget).get(0));
    }
  }

  private void append(ByteBuffer key, EncodedText text) throws IOException {
    int words = withWords ? text.words().length : 0;
    ByteBuffer record =
        ByteBuffer.allocate(Math.toIntExact(HEAD + bodyLength(words, text.sum().length)));
    record.put(key.duplicate());
    record.putInt(words).putInt(text.sum().length).putInt(text.pieces());
    for (float value : text.sum()) {
      record.putFloat(value);
    }
    for (int i = 0; i < words; i++) {
      record.putShort(StoredText.shortened(text.words()[i]));
    }
    long position = file.size();
    record.flip();
    for (long at = position; record.hasRemaining(); ) {
      at += file.write(record, at);
    }
    places.put(key, position);
  }

  /** Whether a text is kept. */
  boolean has(String text) {
    return places.containsKey(key(text));
  }

  /** What was made of a text that is kept. */
  StoredText get(String text) throws IOException {
    Long position = places.get(key(text));
    if (position == null) {
      throw new IllegalArgumentException("the text is not kept");
    }
    ByteBuffer head = read(position, HEAD).position(KEY);
    short[] words = new short[head.getInt()];
    float[] sum = new float[head.getInt()];
    int pieces = head.getInt();
    ByteBuffer body = read(position + HEAD, Math.toIntExact(bodyLength(words.length, sum.length)));
    body.asFloatBuffer().get(sum);
    body.position(sum.length * Float.BYTES).asShortBuffer().get(words);
    return new StoredText(words.length / (2 * sum.length), words, sum, pieces);
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the store of states is cut off");
      }
    }
    return buffer.flip();
  }

  private static ByteBuffer key(String text) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
