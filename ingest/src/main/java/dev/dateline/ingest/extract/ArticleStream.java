package dev.dateline.ingest.extract;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;

/**
 * The articles and failures of one file or stream, in order, read as they are asked for. Memory is
 * bounded by the largest item. There is at least one element: a fault while reading is the last
 * one, never an exception.
 */
public final class ArticleStream implements Iterator<Extraction>, AutoCloseable {

  private final ItemSource source;
  private final Deque<Extraction> pending = new ArrayDeque<>();
  private boolean begun;
  private boolean ended;

  ArticleStream(ItemSource source) {
    this.source = source;
  }

  @Override
  public boolean hasNext() {
    if (pending.isEmpty() && !ended) {
      advance();
    }
    return !pending.isEmpty();
  }

  @Override
  public Extraction next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return pending.removeFirst();
  }

  private void advance() {
    try {
      List<Extraction> next = source.next();
      ended = next.isEmpty();
      if (ended && !begun) {
        pending.add(Extractor.empty(Origin.named(source.location())));
      }
      begun = true;
      pending.addAll(next);
    } catch (IOException e) {
      ended = true;
      pending.add(Extractor.unreadable(message(e), Origin.named(source.location())));
    }
  }

  private static String message(IOException e) {
    if (e instanceof ZipException || e instanceof EOFException) {
      // the end of a file has no words of its own, or those of the library that met it
      return "The archive is broken: "
          + (e instanceof EOFException ? "it ends in the middle" : e.getMessage())
          + ". Check it with unzip -t or gzip -t, and copy it again.";
    }
    return "Reading failed: " + e.getMessage() + ". Check the file and its permissions.";
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      ended = true; // what was read stays good, and nothing more is asked for
    }
  }
}
