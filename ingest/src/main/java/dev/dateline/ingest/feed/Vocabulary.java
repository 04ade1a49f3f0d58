package dev.dateline.ingest.feed;

/** The vocabularies that feeds in XML are written in. */
enum Vocabulary {
  /** RSS of any version, and elements without a namespace. */
  RSS,
  /** RFC 4287, and its draft 0.3. */
  ATOM,
  /** Dublin Core elements. */
  DC,
  DCTERMS,
  /** RSS 1.0 module for the article itself. */
  CONTENT,
  /** Media RSS. */
  MEDIA,
  ITUNES,
  RDF,
  XHTML,
  OTHER
}
