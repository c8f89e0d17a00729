package parley.gateway.presence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollReported;

/**
 * What presence was told of this process's accounts, and what it has to be told next. A report that
 * got no answer is repeated unchanged. A roll that presence lost, or that holds another number of
 * accounts there than here, is begun anew under another id; the old one runs out by itself.
 */
final class Roll {
  private final long holdsMs;
  private final Set<UserId> reported = new HashSet<>();
  private RollId id = new RollId(UUID.randomUUID());
  private long number;
  private ReportRoll unanswered;

  Roll(long holdsMs) {
    this.holdsMs = holdsMs;
  }

  /**
   * The next report, if there is anything to tell of those who are present.
   *
   * @param renew whether it is time for a report even without a change
   */
  Optional<ReportRoll> next(Set<UserId> present, boolean renew) {
    if (unanswered == null) {
      List<UserId> arrived = firstOf(present, reported);
      List<UserId> left =
          reported.size() + arrived.size() > present.size()
              ? firstOf(reported, present)
              : List.of();
      if (renew || !arrived.isEmpty() || !left.isEmpty()) {
        unanswered = new ReportRoll(id, number + 1, holdsMs, arrived, left);
      }
    }
    return Optional.ofNullable(unanswered);
  }

  /** Takes the answer to the last report; false if the roll had to be begun anew. */
  boolean answered(RollReported answer) {
    number = unanswered.number();
    reported.addAll(unanswered.arrived());
    unanswered.left().forEach(reported::remove);
    unanswered = null;
    if (answer.kept() && answer.size() == reported.size()) {
      return true;
    }
    id = new RollId(UUID.randomUUID());
    number = 0;
    reported.clear();
    return false;
  }

  /** Those of {@code some} who are not among {@code others}, up to the bound of a report. */
  private static List<UserId> firstOf(Set<UserId> some, Set<UserId> others) {
    List<UserId> found = new ArrayList<>();
    for (UserId account : some) {
      if (found.size() == ReportRoll.MAX) {
        break;
      }
      if (!others.contains(account)) {
        found.add(account);
      }
    }
    return found;
  }
}
