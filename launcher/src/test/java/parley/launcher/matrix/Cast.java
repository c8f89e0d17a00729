package parley.launcher.matrix;

import java.util.EnumMap;
import java.util.Map;
import parley.contract.id.UserId;
import parley.launcher.TestParley;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/** One person for each column of the table. */
final class Cast {
  final TestParley parley;

  /** Somebody who never opens a socket. */
  final UserId absent;

  /** Somebody who belongs to no room and has one friend, who is in none of the columns. */
  final UserId passer;

  private final Person friendOfPasser;

  private final Map<Who, Person> people = new EnumMap<>(Who.class);

  Cast(TestParley parley) {
    this.parley = parley;
    this.absent = parley.signUpOpen("matrix-absent").account();
    Person shy = parley.signUp("matrix-passer");
    this.passer = shy.account();
    this.friendOfPasser = parley.signUp("matrix-friend");
    parley.befriend(friendOfPasser, shy);
    for (Who who : Who.values()) {
      people.put(who, parley.signUpOpen(who.username()));
    }
  }

  UserId account(Who who) {
    return people.get(who).account();
  }

  /** Somebody else, who is a stranger to the room unless it is the owner. */
  Who otherThan(Who who) {
    return who == Who.OWNER ? Who.STRANGER : Who.OWNER;
  }

  BridgeClient connectFriendOfPasser() {
    return friendOfPasser.connect(parley.people, parley.port());
  }

  BridgeClient connect(Who who) {
    return people.get(who).connect(parley.people, parley.port());
  }
}
