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

  /** Somebody who belongs to no room and answers nobody. */
  final UserId passer;

  private final Map<Who, Person> people = new EnumMap<>(Who.class);

  Cast(TestParley parley) {
    this.parley = parley;
    this.absent = parley.signUp("matrix-absent").account();
    this.passer = parley.signUp("matrix-passer").account();
    for (Who who : Who.values()) {
      people.put(who, parley.signUp(who.username()));
    }
  }

  UserId account(Who who) {
    return people.get(who).account();
  }

  /** Somebody else, who is a stranger to the room unless it is the owner. */
  Who otherThan(Who who) {
    return who == Who.OWNER ? Who.STRANGER : Who.OWNER;
  }

  BridgeClient connect(Who who) {
    return people.get(who).connect(parley.people, parley.port());
  }
}
