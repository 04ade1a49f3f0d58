package dev.dateline.runtime;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Why a file cannot be used, for a person. The messages of Java are often no more than the path.
 *
 * @param reason what is the matter, without the path
 * @param next what to do about it, a sentence
 */
public record FileFault(String reason, String next) {

  /** Tells what came of reading a file. */
  public static FileFault of(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return new FileFault("it is a folder", "Name its files, such as " + file + "/*.");
    }
    return new FileFault(
        reason(e),
        e instanceof NoSuchFileException
            ? "Check the path."
            : e instanceof AccessDeniedException
                ? "Ask its owner for the right to read it."
                : "Check the file.");
  }

  /** What is the matter with a file or a folder, without its path. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
    return reason == null || reason.isBlank() ? e.getClass().getSimpleName() : reason;
  }
}
