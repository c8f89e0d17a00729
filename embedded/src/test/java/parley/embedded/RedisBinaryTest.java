package parley.embedded;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RedisBinaryTest {
  @Test
  void acceptsServersFromSixPointTwoOn() {
    assertTrue(RedisBinary.isNewEnough("Redis server v=6.2.0 sha=00000000:0 malloc=libc"));
    assertTrue(RedisBinary.isNewEnough("Redis server v=7.0.15 sha=00000000:0"));
    assertTrue(RedisBinary.isNewEnough("Valkey server v=8.0.1 sha=00000000:0"));
    assertTrue(RedisBinary.isNewEnough("Redis server v=10.0.0 sha=00000000:0"));
  }

  @Test
  void passesOverOlderAndUnknownServers() {
    assertFalse(RedisBinary.isNewEnough("Redis server v=6.0.16 sha=00000000:0"));
    assertFalse(RedisBinary.isNewEnough("Redis server v=5.9.9"));
    assertFalse(RedisBinary.isNewEnough(""));
  }
}
