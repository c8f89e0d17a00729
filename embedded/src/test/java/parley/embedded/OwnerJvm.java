package parley.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link OwnerMain} as a process of its own. */
record OwnerJvm(Process process, BufferedReader out, List<String> printed) {

  static OwnerJvm start(Path folder, String... prefix) throws IOException {
    List<String> command = new ArrayList<>(List.of(prefix));
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx64m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            OwnerMain.class.getName(),
            folder.toString(),
            TestFolders.CACHE.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    List<String> printed = new ArrayList<>();
    String line = out.readLine();
    while (line != null && !line.equals("ready")) {
      printed.add(line);
      line = out.readLine();
    }
    return new OwnerJvm(process, out, printed);
  }

  /** Waits for the end of the process; what it printed last. */
  String lastLine() {
    return out.lines().reduce("", (before, line) -> line);
  }

  String uri(String server) {
    return word(server, 1);
  }

  ProcessHandle server(String server) {
    return ProcessHandle.of(Long.parseLong(word(server, 2))).orElseThrow();
  }

  private String word(String server, int index) {
    return printed.stream()
        .filter(line -> line.startsWith(server + " "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(String.join("\n", printed)))
        .split(" ")[index];
  }
}
