package dev.dateline.enrich.model;

import java.nio.file.Path;

/**
 * A converted encoder on disk.
 *
 * @param name of its {@link EncoderSource}
 * @param graph the ONNX file
 * @param vocabulary the word pieces, one a line, in the order of their ids
 */
public record EncoderFiles(String name, Path graph, Path vocabulary) {

  static final String GRAPH = "encoder.onnx";
  static final String VOCABULARY = "vocab.txt";

  static EncoderFiles in(String name, Path folder) {
    return new EncoderFiles(name, folder.resolve(GRAPH), folder.resolve(VOCABULARY));
  }
}
