package parley.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the fixtures promise to every reader of the contract, in any language. */
class FixturesTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> validFixtureIsReadStrictlyAndWrittenAgain() {
    return Fixture.valid().stream()
        .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> readsAndWrites(fixture)));
  }

  private static void readsAndWrites(Fixture fixture) throws JsonProcessingException {
    Object message = Json.decodeStrictly(fixture.json(), fixture.type());
    assertEquals(PLAIN.readTree(fixture.json()), PLAIN.readTree(Json.encode(message)));
  }

  @TestFactory
  Stream<DynamicTest> invalidFixtureIsRefusedAndItsFieldNamed() {
    return Fixture.invalid().stream()
        .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> refusedByBothWays(fixture)));
  }

  private static void refusedByBothWays(Fixture fixture) throws JsonProcessingException {
    assertRefused(
        fixture,
        assertThrows(BusFailure.class, () -> Json.decodeStrictly(fixture.json(), fixture.type())));
    Object tree = PLAIN.readValue(fixture.json(), Object.class);
    assertRefused(
        fixture, assertThrows(BusFailure.class, () -> Json.convert(tree, fixture.type(), true)));
  }

  private static void assertRefused(Fixture fixture, BusFailure failure) {
    assertEquals(FailureCode.MALFORMED, failure.code());
    assertEquals(fixture.field(), failure.field());
  }

  @Test
  void everyRequestThatABrowserMaySendHasInvalidFixtures() {
    Set<Class<?>> covered =
        Fixture.invalid().stream().map(Fixture::type).collect(Collectors.toSet());
    List<Class<?>> forgotten =
        Catalog.core().operations().stream()
            .filter(operation -> operation.exposure() == Exposure.BROWSER)
            .<Class<?>>map(Operation::request)
            .filter(request -> !covered.contains(request))
            .toList();
    assertTrue(forgotten.isEmpty(), "no invalid fixture for " + forgotten);
  }
}
