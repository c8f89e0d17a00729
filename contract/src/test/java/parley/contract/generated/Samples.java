package parley.contract.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/**
 * One instance of every message, written by hand, with every optional component present: from these
 * the fixtures are made.
 */
final class Samples {
  static final ConversationId CONVERSATION =
      ConversationId.of("0191b5a0-0000-7000-8000-0000000000c1");
  static final UserId ADA = UserId.of("0191b5a0-0000-7000-8000-0000000000a1");
  static final UserId GRACE = UserId.of("0191b5a0-0000-7000-8000-0000000000a2");
  static final ClientId CLIENT_ID = ClientId.of("0191b5a0-0000-7000-8000-0000000000e1");
  static final SessionId SESSION = SessionId.of("0191b5a0-0000-7000-8000-0000000000d1");

  private Samples() {}

  /** By the simple name of the class, in the order of writing. */
  static Map<String, Record> all() {
    List<Record> samples = new ArrayList<>();
    samples.addAll(ConversationSamples.all());
    samples.addAll(LinkSamples.all());
    samples.addAll(MessageSamples.all());
    samples.addAll(FeedSamples.all());
    samples.addAll(AccountSamples.all());
    samples.addAll(RelationSamples.all());
    samples.addAll(PresenceSamples.all());
    Map<String, Record> byName = new LinkedHashMap<>();
    samples.forEach(sample -> byName.put(sample.getClass().getSimpleName(), sample));
    return Collections.unmodifiableMap(byName);
  }
}
