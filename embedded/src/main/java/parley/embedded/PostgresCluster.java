package parley.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * PostgreSQL's files in the data folder: the cluster and the two passwords that belong to it. They
 * come into being together by one rename, so an interrupted first start is simply done again.
 */
record PostgresCluster(Path home) {
  static final String SUPERUSER = "postgres";
  static final String OWNER = "parley";
  static final String DATABASE = "parley";
  private static final Duration SET_UP = Duration.ofMinutes(2);

  /** The cluster in that folder; set up now if there is none. */
  static PostgresCluster in(DataFolder folder, PostgresBinaries binaries, Account account) {
    Path home = folder.path().resolve("postgres");
    if (!Files.isDirectory(home)) {
      setUp(folder.path().resolve("postgres.init"), home, binaries, account);
    }
    account.own(home);
    return new PostgresCluster(home);
  }

  Path files() {
    return home.resolve("cluster");
  }

  Path log() {
    return home.resolve("server.log");
  }

  Path postmasterFile() {
    return files().resolve("postmaster.pid");
  }

  String superuserPassword() {
    return Secrets.read(superuserPasswordFile());
  }

  String ownerPassword() {
    return Secrets.read(ownerPasswordFile());
  }

  private Path superuserPasswordFile() {
    return home.resolve("superuser.password");
  }

  private Path ownerPasswordFile() {
    return home.resolve("owner.password");
  }

  private static void setUp(Path draft, Path home, PostgresBinaries binaries, Account account) {
    Folders.createAfresh(draft);
    PostgresCluster cluster = new PostgresCluster(draft);
    Secrets.write(cluster.superuserPasswordFile(), Secrets.generate());
    Secrets.write(cluster.ownerPasswordFile(), Secrets.generate());
    account.own(draft);
    cluster.initialise(binaries, account);
    cluster.createDatabase(binaries, account);
    Folders.publish(draft, home);
  }

  private void initialise(PostgresBinaries binaries, Account account) {
    Command.of(
            account.prefix(),
            binaries.program("initdb"),
            "--pgdata=" + files(),
            "--username=" + SUPERUSER,
            "--pwfile=" + superuserPasswordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=icu",
            "--icu-locale=und",
            "--data-checksums")
        .run("set up PostgreSQL in " + files(), "", home.resolve("initdb.log"), SET_UP);
  }

  private void createDatabase(PostgresBinaries binaries, Account account) {
    String statements =
        "create role %s login password '%s'\ncreate database %s owner %s\n"
            .formatted(OWNER, ownerPassword(), DATABASE, OWNER);
    Command.of(
            account.prefix(),
            binaries.program("postgres"),
            "--single",
            "-D",
            files().toString(),
            // A failed statement must not end up in the log: one of them holds a password.
            "-c",
            "log_min_error_statement=panic",
            "-c",
            "exit_on_error=on",
            SUPERUSER)
        .run("create the database", statements, home.resolve("createdb.log"), SET_UP);
  }
}
