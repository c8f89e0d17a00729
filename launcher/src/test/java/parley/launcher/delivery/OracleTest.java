package parley.launcher.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import parley.launcher.delivery.Violation.Rule;

/** Each test breaks one thing in a story that is well without it. */
class OracleTest {
  private static final String ROOM = "room";
  private static final String FEED = "conversation.room";

  private final List<Entry> journal = new ArrayList<>();
  private final List<Truth.Row> rows = new ArrayList<>();
  private final Map<String, Note> fresh = new HashMap<>();
  private final List<Absence> absences = new ArrayList<>();
  private long head = 4;

  OracleTest() {
    rows.add(new Truth.Row(FEED, 2, 1, "ada", "c1", "c1", "c1"));
    rows.add(new Truth.Row(FEED, 3, 2, "ada", "c2", "c2", "c2"));
    rows.add(new Truth.Row(FEED, 4, 3, "ada", "c3", "c3", "c3"));
    List.of(member(1, "JOINED"), message(2, "c1"), message(3, "c2"), message(4, "c3"))
        .forEach(item -> fresh.put(item.key(), item));
    journal.add(new Entry.Connected(1, 8080));
    journal.add(new Entry.Resumed(2, FEED, 1L, null));
    journal.add(heard(3, 1, Entry.Way.RESUMED, 0, 1, member(1, "JOINED")));
    journal.add(new Entry.Applied(3, 1, FEED, 1));
    journal.add(new Entry.Sent(4, ROOM, "c1", 1));
    journal.add(new Entry.Postponed(4, ROOM, "c1", "UNAVAILABLE"));
    journal.add(new Entry.Sent(5, ROOM, "c1", 2));
    journal.add(new Entry.Acknowledged(5, ROOM, "c1", 2));
    journal.add(new Entry.Acknowledged(6, ROOM, "c2", 3));
    journal.add(new Entry.Acknowledged(7, ROOM, "c3", 4));
    journal.add(heard(8, 2, Entry.Way.LIVE, 1, 2, message(2, "c1")));
    journal.add(new Entry.Applied(8, 2, FEED, 2));
    journal.add(heard(9, 3, Entry.Way.LIVE, 2, 4, message(3, "c2"), message(4, "c3")));
    journal.add(new Entry.Applied(9, 3, FEED, 4));
    journal.add(new Entry.Ended(10, 0));
  }

  @Test
  void findsNothingWhereAllIsWell() {
    absences.add(new Absence("ada", FEED, 4, 100));
    absences.add(new Absence("grace", FEED, 1, 100));
    found();
  }

  @Test
  void findsAnAcknowledgedMessageThatIsNoRow() {
    add(new Entry.Acknowledged(7, ROOM, "c9", 9));
    found(Rule.LOST);
  }

  @Test
  void findsAMessageThatIsStoredElsewhereThanAcknowledged() {
    replace(Entry.Acknowledged.class, one -> new Entry.Acknowledged(7, "other", "c3", 4), "c3");
    found(Rule.LOST);
  }

  @Test
  void findsAMessageThatWasStoredTwiceUnderTwoIds() {
    rows.add(new Truth.Row(FEED, 5, 4, "ada", "c4", "c3", "c3"));
    Note twice = new Note("message 5", 5, "c3", 5, "c3");
    fresh.put(twice.key(), twice);
    head = 5;
    add(heard(9, 4, Entry.Way.LIVE, 4, 5, twice));
    add(new Entry.Applied(9, 4, FEED, 5));
    found(Rule.DOUBLED);
  }

  @Test
  void findsARowOfAMessageThatWasRefused() {
    replace(
        Entry.Acknowledged.class, one -> new Entry.Refused(7, ROOM, "c3", "NOT_A_MEMBER", 1), "c3");
    found(Rule.REFUSED_YET_STORED);
  }

  @Test
  void allowsARowOfAMessageThatWasRefusedAfterAnUnclearAttempt() {
    replace(
        Entry.Acknowledged.class, one -> new Entry.Refused(7, ROOM, "c3", "NOT_A_MEMBER", 2), "c3");
    found();
  }

  @Test
  void findsMessagesOfOneWriterInAnotherOrder() {
    journal.removeIf(one -> one instanceof Entry.Acknowledged);
    add(new Entry.Acknowledged(6, ROOM, "c2", 3));
    add(new Entry.Acknowledged(7, ROOM, "c1", 2));
    found(Rule.REORDERED);
  }

  @Test
  void findsMessagesThatAreNotCountedInOrder() {
    rows.set(1, new Truth.Row(FEED, 3, 3, "ada", "c2", "c2", "c2"));
    found(Rule.REORDERED);
  }

  @Test
  void findsAClientThatMetMessagesInAnotherOrder() {
    journal.removeIf(one -> one instanceof Entry.Heard heard && heard.number() > 1);
    journal.removeIf(one -> one instanceof Entry.Applied applied && applied.number() > 1);
    add(heard(8, 2, Entry.Way.LIVE, 1, 3, message(3, "c2")));
    add(new Entry.Applied(8, 2, FEED, 3));
    add(heard(9, 3, Entry.Way.LIVE, 1, 4, message(2, "c1"), message(4, "c3")));
    add(new Entry.Applied(9, 3, FEED, 4));
    found(Rule.REORDERED);
  }

  @Test
  void allowsAClientNotToKnowWhatWasBeforeItsNewestPage() {
    beginAt(3, message(3, "c2"));
    found();
  }

  @Test
  void findsAClientThatDoesNotKnowWhatCameAfterItsNewestPage() {
    beginAt(2);
    found(Rule.DIFFERENT);
  }

  @Test
  void findsAClientWhoseNewestPageWasWrong() {
    beginAt(3, message(3, "c1"));
    found(Rule.DIFFERENT);
  }

  @Test
  void findsAClientThatIsBehind() {
    head = 5;
    found(Rule.BEHIND);
  }

  @Test
  void findsAClientThatMissesAMessage() {
    replace(Entry.Heard.class, one -> heard(8, 2, Entry.Way.LIVE, 1, 2), "c1");
    found(Rule.DIFFERENT);
  }

  @Test
  void findsAClientThatHasWhatNobodyElseHas() {
    fresh.remove("message 2");
    found(Rule.DIFFERENT);
  }

  @Test
  void findsARangeThatWasAppliedBehindAGap() {
    replace(Entry.Heard.class, one -> heard(9, 3, Entry.Way.READ, 3, 4, message(4, "c3")), "c2");
    fresh.remove("message 3");
    found(Rule.GAP);
  }

  @Test
  void findsAClientThatBelievesInAnotherPosition() {
    journal.removeIf(one -> one instanceof Entry.Applied applied && applied.number() == 3);
    add(new Entry.Applied(9, 3, FEED, 7));
    found(Rule.GAP);
  }

  @Test
  void findsAHoleInWhatCameByItself() {
    add(heard(9, 4, Entry.Way.LIVE, 5, 6));
    found(Rule.HOLE);
  }

  @Test
  void expectsNothingToJoinOnWhereListeningBeginsAnew() {
    add(heard(9, 4, Entry.Way.LIVE, 4, 5, member(5, "LEFT")));
    add(heard(9, 5, Entry.Way.LIVE, 8, 9));
    add(new Entry.Connected(9, 8081));
    add(heard(9, 6, Entry.Way.LIVE, 12, 13));
    add(new Entry.Resumed(9, FEED, 13L, null));
    add(heard(9, 7, Entry.Way.LIVE, 13, 14));
    found();
  }

  @Test
  void findsAnItemOutsideItsRange() {
    add(heard(9, 4, Entry.Way.READ, 2, 3, message(4, "c3")));
    found(Rule.MALFORMED);
  }

  @Test
  void findsWhatReachedSomebodyWhoWasRemoved() {
    absences.add(new Absence("ada", FEED, 3, 10));
    found(Rule.LEAKED);
  }

  @Test
  void allowsWhatIsReadOnceTheMembershipMayHaveBegunAgain() {
    absences.add(new Absence("ada", FEED, 3, 9));
    found();
  }

  @Test
  void findsAnAcknowledgedEditThatIsNotThere() {
    add(new Entry.Changed(8, ROOM, 3, "c2", "c2 1"));
    found(Rule.LOST);
  }

  @Test
  void findsADeletedMessageThatStillSaysSomething() {
    add(new Entry.Changed(8, ROOM, 3, "c2", Note.DELETED));
    found(Rule.LOST);
  }

  @Test
  void allowsTheOutcomeOfAnUnclearChangeThatWasRefusedInTheEnd() {
    add(new Entry.Unchanged(8, ROOM, 3, "c2", "c2 1", "NOT_A_MEMBER", 2));
    found();
    rows.set(1, new Truth.Row(FEED, 3, 2, "ada", "c2", "c2", "c2 1"));
    found();
  }

  @Test
  void findsAChangeThatWasRefusedAtItsFirstAttemptAfterAnother() {
    add(new Entry.Changed(8, ROOM, 3, "c2", "c2 1"));
    add(new Entry.Unchanged(9, ROOM, 3, "c2", "c2 2", "NOT_A_MEMBER", 1));
    rows.set(1, new Truth.Row(FEED, 3, 2, "ada", "c2", "c2", "c2 2"));
    found(Rule.LOST);
  }

  @Test
  void findsAMessageOfWhichNothingDefiniteIsKnown() {
    journal.removeIf(one -> one instanceof Entry.Ended);
    add(new Entry.Ended(10, 1));
    found(Rule.UNFINISHED);
  }

  @Test
  void findsAClientThatDidNotEnd() {
    journal.removeIf(one -> one instanceof Entry.Ended);
    found(Rule.UNFINISHED);
  }

  private void found(Rule... rules) {
    Truth truth = new Truth(Map.of(FEED, head), rows, Map.of("ada", Map.of(FEED, fresh)));
    List<Violation> violations =
        Oracle.judge(truth, List.of(new Told("ada", "ada", journal)), absences);
    assertEquals(
        List.of(rules), violations.stream().map(Violation::rule).toList(), violations.toString());
  }

  /** The client begins here instead and hears the last message only. */
  private void beginAt(long position, Note... items) {
    journal.removeIf(one -> one instanceof Entry.Heard || one instanceof Entry.Applied);
    journal.add(1, new Entry.Begun(1, FEED, position, List.of(items)));
    journal.set(2, new Entry.Resumed(2, FEED, position, null));
    add(heard(9, 1, Entry.Way.LIVE, position, 4, message(4, "c3")));
    add(new Entry.Applied(9, 1, FEED, 4));
  }

  private void add(Entry entry) {
    journal.add(entry);
  }

  /** Replaces the one entry of a kind that names the message. */
  private void replace(Class<? extends Entry> kind, UnaryOperator<Entry> change, String named) {
    List<Entry> all =
        journal.stream()
            .filter(one -> kind.isInstance(one) && one.toString().contains(named))
            .toList();
    assertEquals(1, all.size());
    journal.set(journal.indexOf(all.get(0)), change.apply(all.get(0)));
  }

  private static Entry.Heard heard(
      long at, long number, Entry.Way way, long after, long through, Note... items) {
    return new Entry.Heard(at, number, way, FEED, after, through, List.of(items));
  }

  private static Note message(long posted, String text) {
    return new Note("message " + posted, posted, text, posted, text);
  }

  private static Note member(long changed, String state) {
    return new Note(Note.member("ada"), changed, state, 0, null);
  }
}
