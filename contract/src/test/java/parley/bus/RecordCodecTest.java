package parley.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.contract.BusFailure;
import parley.contract.Catalog;
import parley.contract.Fixture;
import parley.contract.Json;
import parley.contract.conversation.ReadMarked;
import parley.contract.feed.FeedOperations;

class RecordCodecTest {
  private final RecordCodec codec = new RecordCodec(Catalog.core());

  @TestFactory
  Stream<DynamicTest> everyMessageComesBackAsItWent() {
    return Fixture.valid().stream()
        .filter(fixture -> Catalog.core().messages().containsValue(fixture.type()))
        .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> comesBack(fixture)));
  }

  private void comesBack(Fixture fixture) {
    Object message = Json.decodeStrictly(fixture.json(), fixture.type());
    assertEquals(message, overTheWire(codec, codec, message));
    assertSame(message, codec.transform(message));
  }

  @Test
  void aNameUnknownHerePassesThroughUnchanged() {
    RecordCodec old = new RecordCodec(Catalog.of(List.of(new FeedOperations())));
    Object raw = overTheWire(codec, old, new ReadMarked(4));
    assertEquals(new RawJson("ReadMarked", "{\"readOrdinal\":4}"), raw);
    assertEquals(new ReadMarked(4), overTheWire(old, codec, raw));
  }

  @Test
  void fieldsOfANewerReleaseAreIgnored() {
    Object newer = new RawJson("ReadMarked", "{\"readOrdinal\":4,\"since\":1}");
    assertEquals(new ReadMarked(4), overTheWire(codec, codec, newer));
  }

  @Test
  void whatIsNotTheMessageIsRefused() {
    RawJson broken = new RawJson("ReadMarked", "{\"readOrdinal\":\"4\"}");
    assertThrows(BusFailure.class, () -> overTheWire(codec, codec, broken));
  }

  @Test
  void noJavaClassIsNamedOnTheWire() {
    Buffer buffer = Buffer.buffer();
    codec.encodeToWire(buffer, new ReadMarked(4));
    assertFalse(buffer.toString().contains("parley."), buffer.toString());
  }

  private static Object overTheWire(RecordCodec from, RecordCodec to, Object message) {
    Buffer buffer = Buffer.buffer("before");
    int position = buffer.length();
    from.encodeToWire(buffer, message);
    buffer.appendString("after");
    return to.decodeFromWire(position, buffer);
  }
}
