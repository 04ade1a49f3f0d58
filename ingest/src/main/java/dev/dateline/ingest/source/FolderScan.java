package dev.dateline.ingest.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at a folder.
 *
 * @param files all files below it, hidden folders left out, in the order of their locations
 * @param folders the folder and all folders below it
 */
record FolderScan(List<FoundFile> files, List<Path> folders) {

  private static final Logger LOG = LoggerFactory.getLogger(FolderScan.class);
  private static final int DEEPEST = 100;

  /** Looks at a folder, or at a single file; links to files and folders are followed. */
  static FolderScan of(Path root) throws IOException {
    List<FoundFile> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(root)) {
      // the visitor lets every failure below the root pass; one at the root is thrown here
      Files.newDirectoryStream(root).close();
    }
    Files.walkFileTree(
        root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, visitor(root, files, folders));
    files.sort(Comparator.comparing(FoundFile::location));
    return new FolderScan(files, folders);
  }

  private static FileVisitor<Path> visitor(Path root, List<FoundFile> files, List<Path> folders) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (!folder.equals(root) && isHidden(folder)) {
          return FileVisitResult.SKIP_SUBTREE;
        }
        folders.add(folder);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
          files.add(
              new FoundFile(
                  file,
                  location(root, file),
                  attributes.size(),
                  attributes.lastModifiedTime().toInstant()));
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        LOG.warn("cannot look at file path={} reason={}", file, e.toString());
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static String location(Path root, Path file) {
    String relative =
        root.equals(file) ? file.getFileName().toString() : root.relativize(file).toString();
    return relative.replace(File.separatorChar, '/');
  }
}
