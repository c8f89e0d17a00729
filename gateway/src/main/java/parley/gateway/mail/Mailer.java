package parley.gateway.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.Recipient;

/**
 * Hands letters to an SMTP server. What is under way is bounded: one more fails with {@code
 * UNAVAILABLE} at once. One per process, used from any event loop.
 */
public final class Mailer {
  private static final int MOST = 100;
  private static final int CONNECTIONS = 4;
  private static final long PATIENCE_MS = 30_000;

  private final MailClient client;
  private final String from;
  private final URI page;
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * @param page where people reach the server
   */
  public Mailer(Vertx vertx, MailConfig config, URI page) {
    this.client = MailClient.create(vertx, options(config));
    this.from = config.from();
    this.page = page;
  }

  /** Sends the link that sets a new password. */
  public Future<Void> sendReset(Recipient to, String secret) {
    return send(
        new MailMessage(from, to.email(), ResetLetter.SUBJECT, null)
            .setText(ResetLetter.text(to.username(), page, secret)));
  }

  /** Sends the link that confirms an address. */
  public Future<Void> sendConfirmation(Recipient to, String secret) {
    return send(
        new MailMessage(from, to.email(), ConfirmationLetter.SUBJECT, null)
            .setText(ConfirmationLetter.text(to.username(), page, secret)));
  }

  /** Ends all connections. */
  public Future<Void> close() {
    return client.close();
  }

  private Future<Void> send(MailMessage letter) {
    if (underWay.incrementAndGet() > MOST) {
      underWay.decrementAndGet();
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    return client
        .sendMail(letter)
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .<Void>mapEmpty()
        .andThen((sent, failure) -> underWay.decrementAndGet());
  }

  private static io.vertx.ext.mail.MailConfig options(MailConfig config) {
    io.vertx.ext.mail.MailConfig options =
        new io.vertx.ext.mail.MailConfig()
            .setHostname(config.host())
            .setPort(config.port())
            .setSsl(config.security() == MailConfig.Security.TLS)
            .setStarttls(
                config.security() == MailConfig.Security.STARTTLS
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED)
            .setMaxPoolSize(CONNECTIONS)
            .setConnectTimeout((int) PATIENCE_MS);
    return config.user().isEmpty()
        ? options.setLogin(LoginOption.DISABLED)
        : options
            .setLogin(LoginOption.REQUIRED)
            .setUsername(config.user())
            .setPassword(config.password().value());
  }
}
