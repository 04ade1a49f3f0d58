package dev.dateline.schemas;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro makes instances of trusted classes only, also where a builder looks up the default of an
 * enum. The build has every generated record take its model from here, so that the trust is there
 * before the first of them can be built or read, whoever does it.
 */
final class TrustedRecords {

  static {
    String ours = TrustedRecords.class.getPackageName();
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(ours)));
  }

  private TrustedRecords() {}

  /** A model of a generated record, which stands in its generated source. */
  static SpecificData model() {
    return new SpecificData();
  }
}
