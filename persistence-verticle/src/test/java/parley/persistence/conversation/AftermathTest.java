package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.id.UserId;

class AftermathTest {
  @ParameterizedTest(name = "{0} of {1} members own it, {2} becomes {3}: {4}")
  @CsvSource({
    "1, 1, JOINED OWNER,     LEFT,             CLOSED",
    "1, 1, JOINED OWNER,     REMOVED,          CLOSED",
    "1, 1, JOINED OWNER,     JOINED MODERATOR, OWNERLESS",
    "1, 2, JOINED OWNER,     LEFT,             OWNERLESS",
    "1, 2, JOINED OWNER,     REMOVED,          OWNERLESS",
    "1, 2, JOINED OWNER,     JOINED MEMBER,    OWNERLESS",
    "1, 2, JOINED MODERATOR, LEFT,             GOES_ON",
    "1, 2, JOINED MEMBER,    REMOVED,          GOES_ON",
    "1, 2, JOINED MEMBER,    JOINED OWNER,     GOES_ON",
    "2, 2, JOINED OWNER,     LEFT,             GOES_ON",
    "2, 2, JOINED OWNER,     JOINED MEMBER,    GOES_ON",
    "1, 1, LEFT MEMBER,      JOINED MEMBER,    GOES_ON",
    "1, 1, LEFT MEMBER,      REMOVED,          GOES_ON",
    "0, 1, JOINED MEMBER,    LEFT,             CLOSED",
    "0, 2, JOINED MEMBER,    LEFT,             GOES_ON",
    "0, 0, LEFT MEMBER,      REMOVED,          GOES_ON",
  })
  void oneChange(long owners, long members, String now, String wanted, Aftermath expected) {
    assertEquals(expected, Aftermath.of(owners, members, List.of(change(now, wanted))));
  }

  @ParameterizedTest(name = "{0} owners of {1} members: {2}")
  @CsvSource({"1, 2, GOES_ON", "1, 3, GOES_ON", "2, 3, GOES_ON"})
  void aTransferLeavesAnOwner(long owners, long members, Aftermath expected) {
    List<MembershipChange> transfer =
        List.of(
            change("JOINED OWNER", "JOINED MODERATOR"), change("JOINED MEMBER", "JOINED OWNER"));
    assertEquals(expected, Aftermath.of(owners, members, transfer));
  }

  @ParameterizedTest(name = "both of {0} owners of {1} members: {2}")
  @CsvSource({"2, 2, CLOSED", "2, 3, OWNERLESS", "3, 3, GOES_ON"})
  void severalAtOnceAreOneChange(long owners, long members, Aftermath expected) {
    List<MembershipChange> both =
        Stream.of("LEFT", "LEFT").map(left -> change("JOINED OWNER", left)).toList();
    assertEquals(expected, Aftermath.of(owners, members, both));
  }

  private static MembershipChange change(String now, String wanted) {
    UserId account = new UserId(UUID.randomUUID());
    Seat seat = new Seat(account, null, state(now), role(now), 0, 1);
    return MembershipChange.of(seat, new Wanted(account, state(wanted), role(wanted)));
  }

  private static MemberState state(String standing) {
    return MemberState.valueOf(standing.split(" ")[0]);
  }

  private static Role role(String standing) {
    String[] words = standing.split(" ");
    return words.length == 1 ? null : Role.valueOf(words[1]);
  }
}
