package parley.persistence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.id.SessionId;
import parley.contract.session.RotateSession;
import parley.persistence.session.Rotation.Tokens;

class RotationTest {
  private static final Tokens NEW = new Tokens("one", null, null, false);
  private static final Tokens ROTATED = new Tokens("two", "one", "n", true);

  @Test
  void rotatesTheGoodToken() {
    assertEquals(Rotation.ROTATE, Rotation.of(NEW, request("one", "two", "n")));
    assertEquals(Rotation.ROTATE, Rotation.of(ROTATED, request("two", "three", "m")));
  }

  @Test
  void repeatsForTheSameTokenNonceAndSuccessorWithinAMinute() {
    assertEquals(Rotation.REPEAT, Rotation.of(ROTATED, request("one", "two", "n")));
  }

  @Test
  void endsTheSessionForAnythingElse() {
    Tokens old = new Tokens("two", "one", "n", false);
    assertEquals(Rotation.END, Rotation.of(old, request("one", "two", "n")));
    assertEquals(Rotation.END, Rotation.of(ROTATED, request("one", "two", "m")));
    assertEquals(Rotation.END, Rotation.of(ROTATED, request("one", "three", "n")));
    assertEquals(Rotation.END, Rotation.of(ROTATED, request("zero", "two", "n")));
    assertEquals(Rotation.END, Rotation.of(NEW, request("zero", "one", "n")));
  }

  private static RotateSession request(String presented, String successor, String nonce) {
    return new RotateSession(new SessionId(UUID.randomUUID()), presented, successor, nonce, 1_000);
  }
}
