package parley.gateway.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import parley.config.ConfigReader;
import parley.config.Secret;

/**
 * How mail is sent.
 *
 * @param host the SMTP server; empty: no mail is sent
 * @param user empty: without a log-in
 * @param from the sender's address
 */
public record MailConfig(
    String host, int port, Security security, String user, Secret password, String from) {
  /** How the connection to the server is protected. */
  public enum Security {
    /** TLS from the beginning. */
    TLS,
    /** Begins plainly and must turn to TLS before anything else. */
    STARTTLS,
    /** Not at all: for a server on the same machine. */
    NONE
  }

  /** Where no mail is sent. */
  public static final MailConfig NO_MAIL =
      new MailConfig("", 587, Security.STARTTLS, "", new Secret(""), "");

  /** Reads the settings; what is wrong is noted in the reader. */
  public static MailConfig from(ConfigReader in) {
    MailConfig config =
        new MailConfig(
            in.text(
                "mail.host",
                "",
                "The SMTP server that sends links for forgotten passwords. Empty: no mail is"
                    + " sent."),
            in.integer("mail.port", 587, 1, 65_535, "The port of the SMTP server."),
            security(in),
            in.text("mail.user", "", "Who logs in at the SMTP server. Empty: nobody."),
            in.secret("mail.password", "The password of mail.user."),
            in.text("mail.from", "", "The address that mail is sent from."));
    if (config.sends() && !config.from().contains("@")) {
      in.refuse("mail.from: must be an address when mail.host is set");
    }
    return config;
  }

  /** Whether mail is sent at all. */
  public boolean sends() {
    return !host.isEmpty();
  }

  private static Security security(ConfigReader in) {
    String name =
        in.text(
            "mail.security",
            "starttls",
            "How the connection to the SMTP server is protected: tls (from the beginning),"
                + " starttls or none.");
    Optional<Security> security =
        Arrays.stream(Security.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst();
    if (security.isEmpty()) {
      in.refuse("mail.security: must be tls, starttls or none");
    }
    return security.orElse(Security.STARTTLS);
  }
}
