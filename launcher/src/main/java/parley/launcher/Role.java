package parley.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A part of Parley that a process can run, in the order of starting. */
enum Role {
  PERSISTENCE,
  CHAT,
  PRESENCE,
  EXTENSIONS,
  GATEWAY;

  /** As it is written on the command line. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> of(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
  }

  static String all() {
    return Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", "));
  }
}
