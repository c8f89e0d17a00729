package parley.persistence.pg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.config.Secret;

class PgAddressTest {
  @Test
  void readsEveryPartWithPercentEncoding() {
    PgAddress address = PgAddress.of(URI.create("postgresql://a%40b:p%3A%2F+%20w@db:6000/my%20db"));
    assertEquals(new PgAddress("db", 6000, "my db", "a@b", new Secret("p:/+ w")), address);
    assertEquals("jdbc:postgresql://db:6000/my%20db", address.jdbcUrl());
  }

  @Test
  void takesTheUsualPortAndNoPasswordIfNoneIsGiven() {
    PgAddress address = PgAddress.of(URI.create("postgres://parley@127.0.0.1/parley"));
    assertEquals(5432, address.port());
    assertEquals("", address.password().value());
  }

  @Test
  void refusesWhatLacksAPartOrHasOneTooMany() {
    for (String text :
        List.of(
            "postgresql://host/db",
            "postgresql://user@host",
            "postgresql://user@host/",
            "postgresql://user@host/db/more",
            "postgresql://user@host/db?sslmode=require")) {
      assertThrows(IllegalArgumentException.class, () -> PgAddress.of(URI.create(text)), text);
    }
  }

  @Test
  void keepsThePasswordToItself() {
    PgAddress address = PgAddress.of(URI.create("postgresql://u:hidden@host/db"));
    assertFalse(address.toString().contains("hidden"));
    assertFalse(address.jdbcUrl().contains("hidden"));
  }
}
