package parley.chat.member;

import io.vertx.core.Future;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.Standing;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

/**
 * How the caller and another stand to a conversation. The caller's standing is read first: a
 * decision that names its policy version is void if the other's rights changed since.
 */
record BothStandings(Standing actor, Standing target) {
  static Future<BothStandings> of(
      Standings standings, ConversationId conversation, UserId other, Caller caller) {
    return standings
        .of(conversation, caller)
        .compose(
            actor ->
                standings
                    .of(conversation, other, caller)
                    .map(target -> new BothStandings(actor, target)));
  }
}
