package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps Parley from starting is said in lines for people, before anything is started. */
class RefusedStartIT {
  private static final String SECRET = "hunter2canary";

  @TempDir Path folder;

  @Test
  void saysInOneLineThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Refusal refusal = refused(Map.of("PARLEY_PORT", port));
      assertEquals(1, refusal.lines().size(), refusal.toString());
      refusal.mustSay("Port " + port, "PARLEY_PORT");
    }
  }

  @Test
  void namesAllWrongSettingsAtOnceWithoutTheirValues() throws IOException {
    Path file = folder.resolve("parley.properties");
    Files.writeString(
        file, "prot=8080\nbridge.silence=" + SECRET + "\nposgres.url=postgresql://" + SECRET);
    Refusal refusal =
        refused(
            Map.of(
                "PARLEY_PORT", "eighty",
                "PARLEY_CLUSTER_PORT", "1",
                "PARLEY_POSTGRES_URL", "mysql://parley:" + SECRET + "@localhost/x",
                "PARLEY_SESSION_ACCESS_TTL", "90d"),
            "--config",
            file.toString());
    refusal.mustSay(
        "PARLEY_PORT (port)",
        "PARLEY_CLUSTER_PORT",
        "PARLEY_POSTGRES_URL",
        "PARLEY_SESSION_ACCESS_TTL",
        "PARLEY_BRIDGE_SILENCE",
        "prot: no such setting",
        "posgres.url: no such setting");
    assertEquals(8, refusal.lines().size(), refusal.toString());
  }

  @Test
  void namesEverythingThatAGatewayOfItsOwnNeeds() {
    Refusal refusal = refused(Map.of(), "run", "--only", "gateway");
    refusal.mustSay("PARLEY_REDIS_URL", "PARLEY_SESSION_KEY_FILE");
    assertFalse(refusal.says("PARLEY_POSTGRES_URL"), refusal.toString());
    refused(Map.of(), "run", "--only", "persistence").mustSay("PARLEY_POSTGRES_URL");
  }

  @Test
  void refusesAPartThatDoesNotExist() {
    Refusal refusal = refused(Map.of(), "run", "--only", "gatway");
    assertEquals(1, refusal.lines().size(), refusal.toString());
    refusal.mustSay("gatway", "persistence", "chat", "presence", "gateway");
  }

  @Test
  void refusesASettingsFileThatCannotBeRead() {
    Path absent = folder.resolve("absent.properties");
    Refusal refusal = refused(Map.of(), "--config", absent.toString());
    assertEquals(1, refusal.lines().size(), refusal.toString());
    refusal.mustSay(absent.toString());
    refused(Map.of(), "--config", folder.toString()).mustSay(folder.toString());
  }

  @Test
  void refusesADatabaseThatDoesNotAnswerWithoutItsPassword() throws IOException {
    String address = "127.0.0.1:" + closedPort();
    Refusal refusal =
        start(
            Map.of(
                "PARLEY_PORT", "0",
                "PARLEY_POSTGRES_START_PATIENCE", "1s",
                "PARLEY_POSTGRES_URL", "postgresql://parley:" + SECRET + "@" + address + "/x"));
    refusal.mustSay("Parley does not start: ", address);
  }

  @Test
  void refusesAKeyFileThatDoesNotExist() {
    Path absent = folder.resolve("keys.json");
    Refusal refusal =
        start(Map.of("PARLEY_PORT", "0", "PARLEY_SESSION_KEY_FILE", absent.toString()));
    refusal.mustSay("Parley does not start: ", absent.toString());
  }

  @Test
  void refusesAnUnknownOptionWithAHint() {
    refused(Map.of(), "--prot", "80").mustSay("--prot");
    refused(Map.of(), "rnu").mustSay("rnu");
  }

  @Test
  void explainsItselfAndTellsItsVersion() {
    Map<String, String> nothing = Map.of("PARLEY_DATA", folder.resolve("data").toString());
    try (ParleyProcess help = ParleyProcess.start(nothing, "--help");
        ParleyProcess version = ParleyProcess.start(nothing, "--version")) {
      assertEquals(0, help.awaitExit());
      assertTrue(
          help.has("PARLEY_PORT") && help.has("run") && help.has("--config"),
          () -> help.printed().toString());
      assertEquals(0, version.awaitExit());
      assertEquals(1, version.printed().size(), () -> version.printed().toString());
      assertTrue(version.has("parley "), () -> version.printed().toString());
    }
  }

  /** Refused with nothing started and nothing written. */
  private Refusal refused(Map<String, String> environment, String... arguments) {
    Refusal refusal = start(environment, arguments);
    assertFalse(Files.exists(folder.resolve("data")), "no data folder is made");
    return refusal;
  }

  private Refusal start(Map<String, String> environment, String... arguments) {
    Path data = folder.resolve("data");
    Map<String, String> all = new HashMap<>(environment);
    all.put("PARLEY_DATA", data.toString());
    try (ParleyProcess parley = ParleyProcess.start(all, arguments)) {
      assertNotEquals(0, parley.awaitExit(), () -> parley.printed().toString());
      Printed.hasNoStackTrace(parley.printed());
      Printed.hasNothingOf(parley.printed(), List.of(SECRET));
      return new Refusal(parley.err());
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /** What was said to the person. */
  private record Refusal(List<String> lines) {
    void mustSay(String... words) {
      assertTrue(says(words), toString());
    }

    boolean says(String... words) {
      String all = String.join("\n", lines);
      return List.of(words).stream().allMatch(all::contains);
    }
  }
}
