package parley.gateway.account;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that would pass for the server, its staff, or everybody. Look-alikes are reserved too. */
final class ReservedNames {
  private static final Set<String> SKELETONS =
      Stream.of(
              "admin",
              "administrator",
              "all",
              "anonymous",
              "bot",
              "channel",
              "deleted",
              "everyone",
              "guest",
              "help",
              "here",
              "moderator",
              "mod",
              "nobody",
              "null",
              "operator",
              "owner",
              "parley",
              "postmaster",
              "root",
              "security",
              "server",
              "staff",
              "support",
              "system",
              "undefined",
              "webmaster")
          .map(Username::skeletonOf)
          .collect(Collectors.toUnmodifiableSet());

  private ReservedNames() {}

  static boolean contains(Username name) {
    return SKELETONS.contains(name.skeleton());
  }
}
