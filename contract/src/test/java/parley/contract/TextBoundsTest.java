package parley.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.contract.account.AvatarImage;

/** No message of the contract can hold a text that a database or a browser would choke on. */
class TextBoundsTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  /** UTF-16 units: a picture of a person is the longest. */
  private static final int LONGER_THAN_ANY = AvatarImage.MAX_CONTENT + 1;

  private static final List<String> BAD =
      List.of("a\u0000b", "a\uD800b", "\uDC00\uD800", "x".repeat(LONGER_THAN_ANY));

  @TestFactory
  Stream<DynamicTest> everyTextOfEveryMessageIsBoundedAndPrintable() {
    return Fixture.valid().stream()
        .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> spoilEachText(fixture)));
  }

  private static void spoilEachText(Fixture fixture) throws JsonProcessingException {
    JsonNode tree = PLAIN.readTree(fixture.json());
    for (Place place : places(tree)) {
      for (String bad : BAD) {
        place.put(TextNode.valueOf(bad));
        Object spoilt = PLAIN.convertValue(tree, Object.class);
        BusFailure failure =
            assertThrows(
                BusFailure.class,
                () -> Json.convert(spoilt, fixture.type(), false),
                place + " accepts " + bad.length() + " units");
        assertEquals(FailureCode.MALFORMED, failure.code());
      }
      place.put(place.original());
    }
  }

  /** Where a text stands in a tree. */
  private record Place(JsonNode holder, String key, int index, JsonNode original) {
    void put(JsonNode value) {
      if (holder instanceof ObjectNode object) {
        object.set(key, value);
      } else {
        ((ArrayNode) holder).set(index, value);
      }
    }

    @Override
    public String toString() {
      return key == null ? "element " + index : key;
    }
  }

  private static List<Place> places(JsonNode node) {
    List<Place> places = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> add(places, node, entry.getKey(), -1, entry.getValue()));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        add(places, node, null, i, array.get(i));
      }
    }
    return places;
  }

  private static void add(
      List<Place> places, JsonNode holder, String key, int index, JsonNode value) {
    if (value.isTextual()) {
      places.add(new Place(holder, key, index, value));
    } else {
      places.addAll(places(value));
    }
  }
}
