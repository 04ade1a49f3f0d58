package dev.dateline.enrich.model;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a TensorFlow checkpoint: an index, which is a sorted table in LevelDB's format,
 * and one file of raw little-endian floats, which is mapped and not held in memory.
 *
 * @see <a
 *     href="https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/protobuf/tensor_bundle.proto">
 *     the entries of the index</a>
 * @see <a href="https://github.com/google/leveldb/blob/main/doc/table_format.md">the table</a>
 */
final class Checkpoint {

  private static final long TABLE_MAGIC = 0xdb4775248b80fb57L;
  private static final int FOOTER = 48;
  private static final int FLOAT = 1;

  /** Compression and checksum behind each block. */
  private static final int BLOCK_TRAILER = 5;

  private record Place(int type, long[] shape, long offset, long size) {}

  private record Entry(String key, ByteBuffer value) {}

  private final Map<String, Place> places = new HashMap<>();
  private final ByteBuffer data;

  private Checkpoint(ByteBuffer data) {
    this.data = data;
  }

  /**
   * Opens a checkpoint of one shard.
   *
   * @param index bytes of {@code variables.index}
   * @param data {@code variables.data-00000-of-00001}
   * @throws IOException where a file cannot be read or is none of a checkpoint
   */
  static Checkpoint open(byte[] index, Path data) throws IOException {
    try (FileChannel file = FileChannel.open(data, StandardOpenOption.READ)) {
      Checkpoint checkpoint =
          new Checkpoint(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()));
      checkpoint.readIndex(ByteBuffer.wrap(index).order(ByteOrder.LITTLE_ENDIAN));
      return checkpoint;
    } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("the checkpoint is cut off or damaged", e);
    }
  }

  /** The shape of a variable. */
  int[] shape(String name) throws IOException {
    return Arrays.stream(place(name).shape()).mapToInt(Math::toIntExact).toArray();
  }

  /** A view of the values of a variable, row by row. */
  FloatBuffer values(String name) throws IOException {
    Place place = place(name);
    if (place.type() != FLOAT || place.offset() + place.size() > data.limit()) {
      throw new IOException(name + " holds no floats, or its file is cut off");
    }
    return data.slice((int) place.offset(), (int) place.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer();
  }

  private Place place(String name) throws IOException {
    Place place = places.get(name);
    if (place == null) {
      throw new IOException("the checkpoint has no variable " + name);
    }
    return place;
  }

  private void readIndex(ByteBuffer index) throws IOException {
    int footer = index.limit() - FOOTER;
    if (footer < 0 || index.getLong(index.limit() - Long.BYTES) != TABLE_MAGIC) {
      throw new IOException("the index of the checkpoint is not a table");
    }
    ByteBuffer handles = index.slice(footer, FOOTER);
    skipHandle(handles);
    for (Entry block : block(index, handles)) {
      for (Entry variable : block(index, block.value())) {
        places.put(variable.key(), place(variable.value()));
      }
    }
  }

  private static void skipHandle(ByteBuffer handles) throws IOException {
    ProtobufReader.varint(handles);
    ProtobufReader.varint(handles);
  }

  /** The entries of a block; a key leaves out what it shares with the one before it. */
  private static List<Entry> block(ByteBuffer index, ByteBuffer handle) throws IOException {
    int offset = Math.toIntExact(ProtobufReader.varint(handle));
    int size = Math.toIntExact(ProtobufReader.varint(handle));
    ByteBuffer block = index.slice(offset, size + BLOCK_TRAILER).order(ByteOrder.LITTLE_ENDIAN);
    if (block.get(size) != 0) {
      throw new IOException("the index of the checkpoint is compressed");
    }
    int restarts = block.getInt(size - Integer.BYTES);
    ByteBuffer in = block.slice(0, size - Integer.BYTES * (restarts + 1));
    List<Entry> entries = new ArrayList<>();
    byte[] key = {};
    while (in.hasRemaining()) {
      int shared = (int) ProtobufReader.varint(in);
      int own = (int) ProtobufReader.varint(in);
      int length = (int) ProtobufReader.varint(in);
      key = Arrays.copyOf(key, shared + own);
      in.get(key, shared, own);
      entries.add(
          new Entry(new String(key, StandardCharsets.UTF_8), in.slice(in.position(), length)));
      in.position(in.position() + length);
    }
    return entries;
  }

  private static Place place(ByteBuffer entry) throws IOException {
    ProtobufReader fields = new ProtobufReader(entry);
    int type = 0;
    long[] shape = {};
    long offset = 0;
    long size = 0;
    for (int field = fields.next(); field != 0; field = fields.next()) {
      switch (field) {
        case 1 -> type = (int) fields.number();
        case 2 -> shape = shape(fields.bytes());
        case 4 -> offset = fields.number();
        case 5 -> size = fields.number();
        default -> fields.skip();
      }
    }
    return new Place(type, shape, offset, size);
  }

  private static long[] shape(ByteBuffer message) throws IOException {
    ProtobufReader fields = new ProtobufReader(message);
    List<Long> sizes = new ArrayList<>();
    for (int field = fields.next(); field != 0; field = fields.next()) {
      if (field != 2) {
        fields.skip();
        continue;
      }
      ProtobufReader dimension = new ProtobufReader(fields.bytes());
      for (int inner = dimension.next(); inner != 0; inner = dimension.next()) {
        if (inner == 1) {
          sizes.add(dimension.number());
        } else {
          dimension.skip();
        }
      }
    }
    return sizes.stream().mapToLong(Long::longValue).toArray();
  }
}
