package parley.launcher;

import java.util.ArrayList;
import java.util.List;
import parley.chat.ChatConfig;
import parley.config.ConfigReader;
import parley.contract.presence.WatchPresence;
import parley.gateway.GatewayConfig;
import parley.persistence.PersistenceConfig;
import parley.presence.PresenceConfig;

/** Everything that the modules of a process are told. */
record ProcessConfig(
    LauncherConfig launcher,
    PersistenceConfig persistence,
    ChatConfig chat,
    PresenceConfig presence,
    GatewayConfig gateway,
    List<ExtensionPart> extensions) {

  /** Reads all settings; what is wrong is noted in the reader. */
  static ProcessConfig from(ConfigReader in, Extensions extensions) {
    return new ProcessConfig(
        LauncherConfig.from(in),
        PersistenceConfig.from(in),
        ChatConfig.from(in),
        PresenceConfig.from(in),
        GatewayConfig.from(in),
        extensions.configured(in));
  }

  /**
   * The settings of a process that runs these parts.
   *
   * @throws StartFailure with all problems at once
   */
  static ProcessConfig of(Settings settings, ClusterRoles process, Extensions extensions) {
    ConfigReader in = settings.reader();
    ProcessConfig config = from(in, extensions);
    List<String> problems = new ArrayList<>(in.problems());
    problems.addAll(config.contradictions());
    if (process.clustered()) {
      problems.addAll(config.missingIn(process.roles()));
    }
    if (!problems.isEmpty()) {
      problems.add(0, "Parley does not start; these settings are wrong:");
      throw new StartFailure(problems);
    }
    return config;
  }

  /**
   * Whoever belongs to as many conversations as allowed listens to all of them, to itself, and to
   * the presence of those on the screen.
   */
  private List<String> contradictions() {
    int needed = persistence.maxConversations() + 1 + WatchPresence.MAX;
    return gateway.bridge().subscriptionsPerSocket() >= needed
        ? List.of()
        : List.of(
            "bridge.subscriptionsPerSocket: must be persistence.maxConversations + "
                + (1 + WatchPresence.MAX)
                + " or more");
  }

  /** A process of a cluster brings no servers along. */
  private List<String> missingIn(Roles roles) {
    List<String> missing = new ArrayList<>();
    if (roles.has(Role.PERSISTENCE) && launcher.postgres().isEmpty()) {
      missing.add("PARLEY_POSTGRES_URL (postgres.url): persistence needs it with --only");
    }
    if ((roles.has(Role.GATEWAY) || roles.has(Role.PRESENCE)) && launcher.redis().isEmpty()) {
      missing.add("PARLEY_REDIS_URL (redis.url): gateway and presence need it with --only");
    }
    if (roles.has(Role.GATEWAY) && gateway.api().session().keyFile().isEmpty()) {
      missing.add("PARLEY_SESSION_KEY_FILE (session.keyFile): gateway needs it with --only");
    }
    return missing;
  }
}
