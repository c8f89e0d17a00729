package parley.gateway.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollEntry;
import parley.contract.presence.RollReported;

/**
 * What presence was told of this process's accounts, and what it has to be told next. A report that
 * got no answer is repeated unchanged. A roll that presence lost, or that holds another number of
 * accounts there than here, is begun anew under another id; the old one runs out by itself.
 */
final class Roll {
  private final long holdsMs;
  private final Map<UserId, RollEntry> reported = new HashMap<>();
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
  Optional<ReportRoll> next(Map<UserId, RollEntry> present, boolean renew) {
    if (unanswered == null) {
      List<RollEntry> arrived = news(present);
      List<UserId> left = gone(present, arrived);
      if (renew || !arrived.isEmpty() || !left.isEmpty()) {
        unanswered = new ReportRoll(id, number + 1, holdsMs, arrived, left);
      }
    }
    return Optional.ofNullable(unanswered);
  }

  /** Takes the answer to the last report; false if the roll had to be begun anew. */
  boolean answered(RollReported answer) {
    number = unanswered.number();
    unanswered.arrived().forEach(entry -> reported.put(entry.account(), entry));
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

  /** Who is present otherwise than was reported, up to the bound of a report. */
  private List<RollEntry> news(Map<UserId, RollEntry> present) {
    List<RollEntry> news = new ArrayList<>();
    for (RollEntry one : present.values()) {
      if (news.size() == ReportRoll.MAX) {
        break;
      }
      if (!one.equals(reported.get(one.account()))) {
        news.add(one);
      }
    }
    return news;
  }

  /** Who was reported and is not present, up to the bound of a report; mostly nobody. */
  private List<UserId> gone(Map<UserId, RollEntry> present, List<RollEntry> arrived) {
    long fresh = arrived.stream().filter(entry -> !reported.containsKey(entry.account())).count();
    if (reported.size() + fresh <= present.size()) {
      return List.of();
    }
    return reported.keySet().stream()
        .filter(account -> !present.containsKey(account))
        .limit(ReportRoll.MAX)
        .toList();
  }
}
