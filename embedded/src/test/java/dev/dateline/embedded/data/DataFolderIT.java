package dev.dateline.embedded.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.embedded.Parent;
import dev.dateline.runtime.UserException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderIT {

  @TempDir Path path;

  @Test
  void belongsToAnotherProcessUntilThatIsKilled() throws Exception {
    DataFolder folder = DataFolder.open(path);
    try (Parent parent = Parent.start("lock", path)) {
      assertThatThrownBy(folder::lock)
          .isInstanceOf(UserException.class)
          .hasMessageContaining("process " + parent.process().pid());
      assertThat(folder.running()).map(Instance::pid).contains(parent.process().pid());

      parent.kill();

      assertThat(folder.running()).isEmpty();
      folder.lock().close();
    }
  }
}
