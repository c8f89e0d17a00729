package parley.chat.presence;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.Handling;
import parley.chat.relation.Acquaintance;
import parley.chat.relation.Reachability;
import parley.contract.Caller;
import parley.contract.id.UserId;
import parley.contract.presence.SelectVisible;
import parley.contract.presence.VisibleAccounts;
import parley.contract.relation.Bond;

/** Answers {@code chat.presence.select}. */
final class SelectVisibleHandler implements Handling<SelectVisible, VisibleAccounts> {
  private final Acquaintance acquaintance;

  SelectVisibleHandler(Acquaintance acquaintance) {
    this.acquaintance = acquaintance;
  }

  @Override
  public Future<VisibleAccounts> handle(SelectVisible request, Caller caller) {
    UserId viewer = caller.user();
    return acquaintance.with(request.accounts(), caller).map(bonds -> visible(viewer, bonds));
  }

  private static VisibleAccounts visible(UserId viewer, List<Bond> bonds) {
    return new VisibleAccounts(
        bonds.stream()
            .filter(bond -> Reachability.maySeePresence(viewer, bond))
            .map(Bond::account)
            .toList());
  }
}
