package parley.launcher.delivery;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.contract.Json;

/**
 * What a client wrote down, a line an entry. A line is with the operating system before the client
 * goes on, so it outlives the client. The last line may be cut off where a client was killed.
 */
final class Journal implements AutoCloseable {
  private final BufferedWriter out;

  private Journal(BufferedWriter out) {
    this.out = out;
  }

  static Journal create(Path file) {
    try {
      return new Journal(Files.newBufferedWriter(file));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  void write(Entry entry) {
    try {
      out.write(Json.encode(entry));
      out.write('\n');
      out.flush();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  static List<Entry> read(Path file) {
    try {
      String text = Files.readString(file);
      List<Entry> entries = new ArrayList<>();
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        entries.add(Json.decodeLeniently(line, Entry.class));
      }
      return entries;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
