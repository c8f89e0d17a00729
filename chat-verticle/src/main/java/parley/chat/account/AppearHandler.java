package parley.chat.account;

import io.vertx.core.Future;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.account.Appear;
import parley.contract.account.Settings;
import parley.contract.account.StoreSettings;

/** Answers {@code chat.account.appear}: the caller's own choice. */
final class AppearHandler implements Handling<Appear, Settings> {
  private final Appearing appearing;

  AppearHandler(Appearing appearing) {
    this.appearing = appearing;
  }

  @Override
  public Future<Settings> handle(Appear request, Caller caller) {
    return appearing.choose(new StoreSettings(caller.user(), null, request.mode(), null), caller);
  }
}
