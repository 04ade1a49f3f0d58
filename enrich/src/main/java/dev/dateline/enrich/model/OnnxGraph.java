package dev.dateline.enrich.model;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A computation in the Open Neural Network Exchange format. Constants are written straight from
 * where they come from, so that a large model needs little memory.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">the format</a>
 */
final class OnnxGraph {

  /** Version of the file format and of the operators, as ONNX numbers them. */
  private static final int FILE_VERSION = 9;

  private static final int OPERATORS = 20;

  /** Types of elements, with ONNX's number and their size in bytes. */
  enum Element {
    FLOAT(1, Float.BYTES),
    INT8(3, Byte.BYTES),
    INT64(7, Long.BYTES);

    private final int number;
    private final int size;

    Element(int number, int size) {
      this.number = number;
      this.size = size;
    }
  }

  /** Writes the elements of a constant, little-endian, row by row. */
  @FunctionalInterface
  interface Values {
    void write(OutputStream out) throws IOException;
  }

  private record Constant(byte[] head, long length, Values values) {}

  private final ProtobufWriter nodes = new ProtobufWriter();
  private final ProtobufWriter ends = new ProtobufWriter();
  private final List<Constant> constants = new ArrayList<>();
  private int count;

  /** A named setting of a node. */
  record Attribute(ProtobufWriter message) {

    static Attribute of(String name, long value) {
      return new Attribute(new ProtobufWriter().text(1, name).number(3, value).number(20, 2));
    }

    static Attribute of(String name, float value) {
      return new Attribute(new ProtobufWriter().text(1, name).real(2, value).number(20, 1));
    }

    static Attribute of(String name, long... values) {
      ProtobufWriter message = new ProtobufWriter().text(1, name);
      for (long value : values) {
        message.number(8, value);
      }
      return new Attribute(message.number(20, 7));
    }
  }

  /** Adds an operation; inputs and outputs are joined by their names. */
  void node(String operator, List<String> inputs, List<String> outputs, Attribute... attributes) {
    ProtobufWriter node = new ProtobufWriter();
    inputs.forEach(input -> node.text(1, input));
    outputs.forEach(output -> node.text(2, output));
    node.text(3, operator + count++).text(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    nodes.message(1, node);
  }

  /** Adds an operation of one output; returns the output's name. */
  String node(String operator, String output, List<String> inputs, Attribute... attributes) {
    node(operator, inputs, List.of(output), attributes);
    return output;
  }

  /** Adds a constant; returns its name. */
  String constant(String name, Element element, long[] shape, Values values) {
    ProtobufWriter head = new ProtobufWriter();
    long length = element.size;
    for (long size : shape) {
      head.number(1, size);
      length *= size;
    }
    head.number(2, element.number).text(8, name).announce(9, length);
    constants.add(new Constant(head.toByteArray(), length, values));
    return name;
  }

  /**
   * Adds an input of the whole graph.
   *
   * @param shape a number or a free name for each dimension
   */
  void input(String name, Element element, String... shape) {
    ends.message(11, value(name, element, shape));
  }

  /** Adds an output of the whole graph. */
  void output(String name, Element element, String... shape) {
    ends.message(12, value(name, element, shape));
  }

  private static ProtobufWriter value(String name, Element element, String... shape) {
    ProtobufWriter dimensions = new ProtobufWriter();
    for (String size : shape) {
      ProtobufWriter dimension = new ProtobufWriter();
      boolean fixed = size.chars().allMatch(Character::isDigit);
      dimensions.message(
          1, fixed ? dimension.number(1, Long.parseLong(size)) : dimension.text(2, size));
    }
    ProtobufWriter tensor = new ProtobufWriter().number(1, element.number).message(2, dimensions);
    return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
  }

  /** Writes the model. */
  void write(OutputStream out, String name) throws IOException {
    byte[] head = nodes.toByteArray();
    byte[] middle = new ProtobufWriter().text(2, name).toByteArray();
    byte[] tail = ends.toByteArray();
    long length = head.length + middle.length + tail.length;
    for (Constant constant : constants) {
      long message = constant.head().length + constant.length();
      length += new ProtobufWriter().announce(5, message).toByteArray().length + message;
    }
    ProtobufWriter operators = new ProtobufWriter().text(1, "").number(2, OPERATORS);
    out.write(
        new ProtobufWriter()
            .number(1, FILE_VERSION)
            .text(2, "dateline")
            .message(8, operators)
            .announce(7, length)
            .toByteArray());
    out.write(head);
    out.write(middle);
    for (Constant constant : constants) {
      out.write(
          new ProtobufWriter()
              .announce(5, constant.head().length + constant.length())
              .toByteArray());
      out.write(constant.head());
      constant.values().write(out);
    }
    out.write(tail);
  }
}
