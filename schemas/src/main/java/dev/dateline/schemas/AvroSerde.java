package dev.dateline.schemas;

import dev.dateline.schemas.registry.RegistryUnavailableException;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Avro in Confluent framing: a zero byte, the schema id in four bytes (big-endian), the binary
 * encoding. Reads records of every registered version of the schema.
 *
 * @param <T> the generated class
 */
public final class AvroSerde<T extends SpecificRecordBase> implements Serde<T> {

  private static final byte MAGIC = 0;
  private static final int HEADER = 5;

  private final Schema schema;
  private final SchemaRegistry registry;
  private final SpecificDatumWriter<T> writer;
  private final SpecificData data;
  private final Map<Integer, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();

  /**
   * @param type the generated class
   * @param registry where schemas are registered and looked up
   */
  public AvroSerde(Class<T> type, SchemaRegistry registry) {
    this.data = SpecificData.getForClass(type);
    this.schema = data.getSchema(type);
    this.registry = registry;
    this.writer = new SpecificDatumWriter<>(schema, data);
  }

  /**
   * Registers the schema for the values of a topic, where that has not been done yet; a call ahead
   * of the first record saves that record the round trip.
   *
   * @return the id of the schema
   */
  public int register(String topic) {
    return ids.computeIfAbsent(topic, t -> registry.register(t + "-value", schema));
  }

  /**
   * Encodes a value for a topic; its schema is registered under {@code <topic>-value} at the first
   * call.
   */
  public byte[] encode(String topic, T value) {
    int id = register(topic);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    out.write(MAGIC);
    out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
    try {
      var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      writer.write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Decodes a framed value.
   *
   * @throws SerializationException where the bytes are no such record: a wrong magic byte, an
   *     unknown schema id, or a body that the schema does not describe
   * @throws dev.dateline.schemas.registry.RegistryUnavailableException where the registry cannot be
   *     asked; the record itself may be good
   */
  public T decode(byte[] bytes) {
    if (bytes.length < HEADER) {
      throw new SerializationException(bytes.length + " bytes are too few for a framed record");
    }
    if (bytes[0] != MAGIC) {
      throw new SerializationException("magic byte is " + bytes[0] + " instead of 0");
    }
    int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
    if (id < 1) {
      // Not asked of the registry: to some, such an id is a fault of the server.
      throw new SerializationException(id + " is no schema id");
    }
    try {
      BinaryDecoder decoder =
          DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
      T value = reader(id).read(null, decoder);
      if (!decoder.isEnd()) {
        throw new SerializationException("bytes are left after the record of schema id " + id);
      }
      return value;
    } catch (SerializationException | RegistryUnavailableException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Hostile bytes, or a foreign schema behind a valid id, make the decoder throw nearly
      // anything.
      throw new SerializationException("body does not fit schema id " + id + ": " + e, e);
    }
  }

  private SpecificDatumReader<T> reader(int id) {
    SpecificDatumReader<T> known = readers.get(id);
    if (known != null) {
      return known;
    }
    Schema written =
        registry
            .schema(id)
            .orElseThrow(() -> new SerializationException("no schema has the id " + id));
    SpecificDatumReader<T> reader = new SpecificDatumReader<>(written, schema, data);
    readers.put(id, reader);
    return reader;
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : encode(topic, value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> decodeNullable(bytes);
  }

  @SuppressWarnings("NullAway") // a tombstone is a null value by Kafka's contract
  private T decodeNullable(byte @Nullable [] bytes) {
    return bytes == null ? null : decode(bytes);
  }
}
