package dev.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {

  private static final Duration SETTLE = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private final Hands clock = new Hands();
  private FolderSource source;

  @BeforeEach
  void open() {
    source = new FolderSource(folder, false, SETTLE, 1_000_000, clock);
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void filesComeInTheOrderOfTheirLocations() throws IOException {
    old("b/2.txt");
    old("a.txt");
    old("b/1.txt");
    old("c.txt");

    assertThat(locations(source.take())).containsExactly("a.txt", "b/1.txt", "b/2.txt", "c.txt");
    assertThat(source.take()).isEmpty();
  }

  @Test
  void hiddenFoldersAreNotLookedInto() throws IOException {
    old(".git/a.txt");
    old("a.txt");

    assertThat(locations(source.take())).containsExactly("a.txt");
  }

  @Test
  void aFileIsTakenWhenNothingWasWrittenForAWhile() throws IOException {
    write("a.txt", "half", clock.now);
    assertThat(source.take()).isEmpty();
    assertThat(source.isWaiting()).isTrue();

    clock.forward(Duration.ofMillis(700));
    write("a.txt", "half and more", clock.now);
    assertThat(source.take()).isEmpty();
    clock.forward(Duration.ofMillis(700));
    assertThat(source.take()).isEmpty();
    clock.forward(Duration.ofMillis(300));

    assertThat(locations(source.take())).containsExactly("a.txt");
    assertThat(source.isWaiting()).isFalse();
  }

  @Test
  void aFileFromTheFutureIsTakenAllTheSame() throws IOException {
    write("a.txt", "text", clock.now.plusSeconds(100_000));
    assertThat(source.take()).isEmpty();

    clock.forward(SETTLE);

    assertThat(locations(source.take())).containsExactly("a.txt");
  }

  @Test
  void aChangedFileIsTakenAgainAndSoIsOnePutBack() throws IOException {
    write("a.txt", "text", clock.now.minusSeconds(100));
    FoundFile first = source.take().get(0);

    write("a.txt", "new text", clock.now.minusSeconds(50));
    FoundFile second = source.take().get(0);
    source.putBack(second);

    assertThat(source.isUnchanged(first)).isFalse();
    assertThat(source.isUnchanged(second)).isTrue();
    assertThat(source.take()).containsExactly(second);
    assertThat(source.take()).isEmpty();
  }

  @Test
  void copiesAreToldFromTheFirst() throws IOException {
    write("b.txt", "same", clock.now.minusSeconds(100));
    write("a.txt", "same", clock.now.minusSeconds(50));
    write("c.txt", "else", clock.now.minusSeconds(200));

    List<FoundFile> files = source.take();

    assertThat(files.stream().map(source::firstCopy)).containsExactly("b.txt", "b.txt", "c.txt");
  }

  @Test
  void theIdIsThatOfTheRealPath() throws IOException {
    Path named = Files.createDirectory(folder.resolve("Новини Daily News"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), named);

    try (FolderSource direct = new FolderSource(named, false, SETTLE, 1, clock);
        FolderSource linked = new FolderSource(link, false, SETTLE, 1, clock)) {
      assertThat(direct.id()).matches("daily-news-[0-9a-f]{8}").isEqualTo(linked.id());
    }
  }

  @Test
  void aSingleFileIsASourceToo() throws IOException {
    old("a.txt");
    try (FolderSource single = new FolderSource(folder.resolve("a.txt"), false, SETTLE, 1, clock)) {
      assertThat(locations(single.take())).containsExactly("a.txt");
    }
  }

  @Test
  void aLoopOfLinksEnds() throws IOException {
    old("deep/a.txt");
    Files.createSymbolicLink(folder.resolve("deep/up"), folder);

    assertThat(locations(source.take())).containsExactly("deep/a.txt");
  }

  @Test
  void aFolderThatCannotBeLookedIntoIsToldOnce() throws IOException {
    FolderScan.Visitor visitor = new FolderScan.Visitor(folder);
    visitor.visitFileFailed(folder.resolve("a/sub"), new AccessDeniedException("a/sub"));
    visitor.visitFileFailed(folder.resolve(".git"), new AccessDeniedException(".git"));
    visitor.visitFileFailed(folder.resolve("gone"), new NoSuchFileException("gone"));
    visitor.postVisitDirectory(folder.resolve("b"), new IOException("disk"));
    Iterator<FolderScan> looks =
        List.of(visitor.scan(), visitor.scan(), FolderScan.of(folder), visitor.scan()).iterator();

    try (FolderSource failing =
        new FolderSource(folder, false, SETTLE, 1, clock, root -> looks.next())) {
      failing.take();
      assertThat(failing.takeUnseen()).extracting(Unseen::location).containsExactly("a/sub", "b");
      failing.take();
      assertThat(failing.takeUnseen()).isEmpty();
      failing.take();
      assertThat(failing.takeUnseen()).isEmpty();
      failing.take();
      assertThat(failing.takeUnseen()).hasSize(2);
    }
  }

  @Test
  void aMistypedPathIsToldWithItsNearestName() throws IOException {
    Files.createDirectory(folder.resolve("samples"));

    assertThatThrownBy(
            () -> new FolderSource(folder.resolve("sampels"), false, SETTLE, 1, clock).close())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("There is no file or folder")
        .hasMessageContaining("Did you mean 'samples'?");
  }

  private static List<String> locations(List<FoundFile> files) {
    return files.stream().map(FoundFile::location).toList();
  }

  private void old(String name) throws IOException {
    write(name, "text of " + name, clock.now.minusSeconds(3_600));
  }

  private void write(String name, String content, Instant modified) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  /** A clock that is turned by hand. */
  private static final class Hands extends Clock {

    private Instant now = Instant.parse("2026-11-25T10:00:00Z");

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
