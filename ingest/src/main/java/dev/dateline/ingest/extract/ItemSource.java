package dev.dateline.ingest.extract;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Gives the items of a file one after another. */
interface ItemSource extends Closeable {

  /** What came of the next item; an empty list at the end. */
  List<Extraction> next() throws IOException;

  /** What messages and dead letters call the place that is being read. */
  String location();
}
