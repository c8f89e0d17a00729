package parley.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temporary;

  @Test
  void isCreatedForItsOwnerAlone() throws IOException {
    try (DataFolder folder = DataFolder.open(temporary.resolve("a/data"))) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())));
    }
  }

  @Test
  void isHeldOnceInThisProcessUnderAnyName() throws IOException {
    Path other = Files.createSymbolicLink(temporary.resolve("link"), temporary);
    try (DataFolder folder = DataFolder.open(temporary)) {
      DataFolderInUse refused = assertThrows(DataFolderInUse.class, () -> DataFolder.open(other));
      assertTrue(refused.getMessage().contains(folder.path().toString()));
      assertTrue(refused.getMessage().contains(Long.toString(ProcessHandle.current().pid())));
    }
  }

  @Test
  void canBeOpenedAgainAfterClose() {
    DataFolder.open(temporary).close();
    DataFolder.open(temporary).close();
  }

  @Test
  void refusesAFileInItsPlace() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    EmbeddedServerException refused =
        assertThrows(EmbeddedServerException.class, () -> DataFolder.open(file));
    assertTrue(refused.getMessage().contains("is not a folder"), refused.getMessage());
  }

  @Test
  void refusesAFolderThatAnybodyCanWrite() throws IOException {
    Path open = Files.createDirectory(temporary.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    EmbeddedServerException refused =
        assertThrows(EmbeddedServerException.class, () -> DataFolder.open(open));
    assertTrue(refused.getMessage().contains("written by anybody"), refused.getMessage());
  }
}
