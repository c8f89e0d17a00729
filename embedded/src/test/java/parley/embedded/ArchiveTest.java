package parley.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir Path temporary;

  @Test
  void keepsProgramsAndLinks() throws IOException {
    TarArchiveEntry program = new TarArchiveEntry("bin/tool");
    program.setMode(0100755);
    TarArchiveEntry link = new TarArchiveEntry("bin/alias", TarConstants.LF_SYMLINK);
    link.setLinkName("tool");
    Archive.unpack(packed(program, link, new TarArchiveEntry("share/text")), temporary);
    assertEquals("content", Files.readString(temporary.resolve("bin/alias")));
    assertEquals("rwxr-xr-x", mode("bin/tool"));
    assertEquals("rw-r--r--", mode("share/text"));
    assertEquals("rwxr-xr-x", mode("bin"));
  }

  @Test
  void refusesAnEntryThatLeadsOutOfItsFolder() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("inside"));
    InputStream archive = packed(new TarArchiveEntry("../outside"));
    assertThrows(IOException.class, () -> Archive.unpack(archive, folder));
    assertFalse(Files.exists(temporary.resolve("outside")));
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve(name)));
  }

  private static InputStream packed(TarArchiveEntry... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
      byte[] content = "content".getBytes(UTF_8);
      for (TarArchiveEntry entry : entries) {
        entry.setSize(entry.isSymbolicLink() ? 0 : content.length);
        tar.putArchiveEntry(entry);
        if (!entry.isSymbolicLink()) {
          tar.write(content);
        }
        tar.closeArchiveEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
