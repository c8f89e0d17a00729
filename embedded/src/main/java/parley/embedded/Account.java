package parley.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom the servers run as. PostgreSQL refuses root and users without a name; these hand over to an
 * account without privileges: inside a user namespace where that is allowed, which keeps access to
 * folders that only they may enter, else (root alone) to the account nobody.
 *
 * @param prefix words before a command that make it run as this account
 * @param uid owner that this account's files have outside any namespace
 * @param foreign whether files of this process are closed to it unless opened on purpose
 */
record Account(List<String> prefix, int uid, boolean foreign) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;
  private static final Duration PROBE = Duration.ofSeconds(10);
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> DROPPED =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  /** The account for servers started by this process. */
  static Account forServers() {
    int uid = ownUid();
    if (uid != ROOT && hasName(uid)) {
      return new Account(List.of(), uid, false);
    }
    if (works(NAMESPACE)) {
      return inNamespace();
    }
    if (uid == ROOT && works(DROPPED)) {
      return nobody();
    }
    throw new EmbeddedServerException(
        "PostgreSQL runs neither as root nor as a user without a name, and unshare and setpriv may"
            + " not change the account here; start this as an ordinary user.");
  }

  static Account inNamespace() {
    return new Account(NAMESPACE, ownUid(), false);
  }

  static Account nobody() {
    return new Account(DROPPED, NOBODY, true);
  }

  /** Makes this account the owner of a folder and all that is in it. */
  void own(Path folder) {
    try {
      if (uidOf(folder) == uid) {
        return;
      }
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : (Iterable<Path>) all::iterator) {
          Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
        }
      }
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The owner of " + folder + " cannot be changed: " + Reason.of(e) + ".", e);
    }
  }

  /**
   * Lets this account pass through a folder and those above it, without letting it list them. Opens
   * only folders inside of {@code limit}; one above that is closed is an error.
   */
  void admit(Path folder, Path limit) {
    for (Path step = folder; foreign && step != null; step = step.getParent()) {
      admitTo(step, limit);
    }
  }

  private void admitTo(Path step, Path limit) {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(step);
      if (uidOf(step) == uid || mode.contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return;
      }
      if (!step.startsWith(limit)) {
        throw new EmbeddedServerException(
            "The servers run as the account nobody, which may not enter "
                + step
                + "; choose a data folder elsewhere, for example in /var/lib.");
      }
      mode.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(step, mode);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The folder " + step + " cannot be opened to the servers: " + Reason.of(e) + ".", e);
    }
  }

  private static int ownUid() {
    try {
      return uidOf(Path.of("/proc/self"));
    } catch (IOException e) {
      throw new EmbeddedServerException("This system has no readable /proc.", e);
    }
  }

  private static int uidOf(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }

  // Without an entry in the user table, as containers often run, initdb gives up.
  private static boolean hasName(int uid) {
    return Command.of(List.of(), "id", "-un", Integer.toString(uid)).succeeds(PROBE);
  }

  private static boolean works(List<String> prefix) {
    return Programs.has(prefix.get(0)) && Command.of(prefix, "true").succeeds(PROBE);
  }
}
