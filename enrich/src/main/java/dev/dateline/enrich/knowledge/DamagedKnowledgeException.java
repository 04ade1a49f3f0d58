package dev.dateline.enrich.knowledge;

import java.io.IOException;

/** A file that should hold knowledge does not, is cut off, or was written by another version. */
public final class DamagedKnowledgeException extends IOException {

  private static final long serialVersionUID = 1;

  DamagedKnowledgeException(String message) {
    super(message);
  }
}
