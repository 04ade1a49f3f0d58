package dev.dateline.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files of the page. */
enum PageFile {
  INDEX("/", "index.html", "text/html;charset=utf-8"),
  STYLE("/assets/console.css", "console.css", "text/css;charset=utf-8"),
  SCRIPT("/assets/console.js", "console.js", "text/javascript;charset=utf-8"),
  ICON("/assets/icon.svg", "icon.svg", "image/svg+xml");

  private final String path;
  private final String resource;
  private final String mediaType;

  PageFile(String path, String resource, String mediaType) {
    this.path = path;
    this.resource = resource;
    this.mediaType = mediaType;
  }

  String path() {
    return path;
  }

  String mediaType() {
    return mediaType;
  }

  byte[] content() {
    try (InputStream in = PageFile.class.getResourceAsStream("page/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("the page lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
