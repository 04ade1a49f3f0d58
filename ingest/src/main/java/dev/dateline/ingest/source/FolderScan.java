package dev.dateline.ingest.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look at a folder.
 *
 * @param files all files below it, hidden folders left out, in the order of their locations
 * @param folders the folder and all folders below it
 * @param unseen what is below it and could not be looked at
 */
record FolderScan(List<FoundFile> files, List<Path> folders, List<Unseen> unseen) {

  private static final int DEEPEST = 100;

  /** Looks at a folder, or at a single file; links to files and folders are followed. */
  static FolderScan of(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      // the visitor lets every failure below the root pass; one at the root is thrown here
      Files.newDirectoryStream(root).close();
    }
    Visitor visitor = new Visitor(root);
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, visitor);
    return visitor.scan();
  }

  /** Collects what is met; nothing that fails ends the walk. */
  static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<Unseen> unseen = new ArrayList<>();

    Visitor(Path root) {
      this.root = root;
    }

    FolderScan scan() {
      files.sort(Comparator.comparing(FoundFile::location));
      return new FolderScan(files, folders, unseen);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (isHidden(folder)) {
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
                location(file),
                attributes.size(),
                attributes.lastModifiedTime().toInstant()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
      // a link that leads back is no loss, and what is gone since its name was read is not either
      boolean lost = !(e instanceof FileSystemLoopException || e instanceof NoSuchFileException);
      if (lost && !isHidden(path)) {
        unseen.add(new Unseen(location(path), e));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
    }

    private boolean isHidden(Path path) {
      return !path.equals(root) && path.getFileName().toString().startsWith(".");
    }

    private String location(Path file) {
      String relative =
          root.equals(file) ? file.getFileName().toString() : root.relativize(file).toString();
      return relative.replace(File.separatorChar, '/');
    }
  }
}
