package parley.chat.account;

import io.vertx.core.Future;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.account.Settings;
import parley.contract.account.ShareLastSeen;
import parley.contract.account.StoreSettings;

/** Answers {@code chat.account.share}: the caller's own choice. */
final class ShareLastSeenHandler implements Handling<ShareLastSeen, Settings> {
  private final Appearing appearing;

  ShareLastSeenHandler(Appearing appearing) {
    this.appearing = appearing;
  }

  @Override
  public Future<Settings> handle(ShareLastSeen request, Caller caller) {
    return appearing.choose(new StoreSettings(caller.user(), null, null, request.shares()), caller);
  }
}
