package parley.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.id.SessionId;

class RefreshTokensTest {
  private static final SessionId SESSION = new SessionId(UUID.randomUUID());

  @TempDir Path folder;
  private RefreshTokens tokens;

  @BeforeEach
  void start() {
    tokens = tokens(SigningKeys.create(folder.resolve("keys.jwks")));
  }

  @Test
  void readsWhatItWrote() {
    RefreshToken token = tokens.first(SESSION);

    assertEquals(Optional.of(token), RefreshToken.parse(token.text()));
    assertEquals(43, token.hash().length());
    assertFalse(token.toString().contains(token.secret()));
  }

  @Test
  void drawsEachFirstTokenAnew() {
    assertNotEquals(tokens.first(SESSION), tokens.first(SESSION));
  }

  @Test
  void givesTheSameTokenWithTheSameNonceTheSameSuccessorOnEveryGateway() {
    RefreshToken presented = tokens.first(SESSION);
    RefreshTokens elsewhere = tokens(SigningKeys.load(folder.resolve("keys.jwks")));

    assertEquals(tokens.successor(presented, "nonce-1"), elsewhere.successor(presented, "nonce-1"));
  }

  @Test
  void givesAnythingElseAnotherSuccessor() {
    RefreshToken presented = tokens.first(SESSION);
    RefreshToken successor = tokens.successor(presented, "nonce-1");
    RefreshTokens foreign = tokens(SigningKeys.create(folder.resolve("other.jwks")));

    assertNotEquals(successor, tokens.successor(presented, "nonce-2"));
    assertNotEquals(successor, tokens.successor(tokens.first(SESSION), "nonce-1"));
    assertNotEquals(successor, tokens.successor(successor, "nonce-1"));
    assertNotEquals(successor, foreign.successor(presented, "nonce-1"));
    assertNotEquals(successor.hash(), presented.hash());
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "nonsense",
        "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-0000-000000000000.",
        "00000000-0000-0000-0000-000000000000.short",
        "00000000-0000-0000-0000-00000000000G.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "00000000-0000-0000-0000-000000000000.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=",
        "00000000-0000-0000-0000-000000000000-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
      })
  void readsNothingElse(String text) {
    assertTrue(RefreshToken.parse(text).isEmpty());
  }

  private static RefreshTokens tokens(SigningKeys keys) {
    return new RefreshTokens(() -> keys);
  }
}
