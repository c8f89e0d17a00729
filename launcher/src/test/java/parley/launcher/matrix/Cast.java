package parley.launcher.matrix;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.EnumMap;
import java.util.Map;
import parley.contract.id.UserId;
import parley.launcher.Paintings;
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

  /** A request over HTTP, with a small picture as its body where a media type is named. */
  Person.Answer call(Who who, HttpMethod method, String path, String mediaType) {
    Buffer body = mediaType.isEmpty() ? null : Paintings.png(8, 8);
    String bearer = people.get(who).accessToken();
    return Person.call(parley.people, parley.port(), method, path, mediaType, body, bearer);
  }

  BridgeClient connect(Who who) {
    return people.get(who).connect(parley.people, parley.port());
  }
}
