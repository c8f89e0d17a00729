package parley.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.ReadMarked;
import parley.contract.id.UserId;

class JsonTest {
  private record Inner(long number, String text, boolean flag, MemberState state) {}

  private record Outer(Inner inner, List<Inner> list, UserId user) {}

  private record Optional(String maybe, Long number) {}

  @Test
  void absentValuesHaveNoKey() {
    assertEquals("{\"number\":5}", Json.encode(new Optional(null, 5L)));
    assertNull(Json.decodeStrictly("{}", Optional.class).number());
    assertNull(Json.decodeStrictly("{\"maybe\":null}", Optional.class).maybe());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text for number          | inner.number | {'inner':{'number':'1','flag':true}}",
        "empty text for number    | inner.number | {'inner':{'number':'','flag':true}}",
        "fraction for number      | inner.number | {'inner':{'number':1.0,'flag':true}}",
        "exponent for number      | inner.number | {'inner':{'number':1e3,'flag':true}}",
        "truth for number         | inner.number | {'inner':{'number':true,'flag':true}}",
        "null for number          | inner.number | {'inner':{'number':null,'flag':true}}",
        "missing number           | inner.number | {'inner':{'flag':true}}",
        "beyond 64 bits           | inner.number | {'inner':{'number':9223372036854775808}}",
        "number for text          | inner.text   | {'inner':{'number':1,'flag':true,'text':1}}",
        "fraction for text        | inner.text   | {'inner':{'number':1,'flag':true,'text':1.5}}",
        "truth for text           | inner.text   | {'inner':{'number':1,'flag':true,'text':true}}",
        "list for text            | inner.text   | {'inner':{'number':1,'flag':true,'text':['a']}}",
        "object for text          | inner.text   | {'inner':{'number':1,'flag':true,'text':{}}}",
        "text for truth           | inner.flag   | {'inner':{'number':1,'flag':'true'}}",
        "number for truth         | inner.flag   | {'inner':{'number':1,'flag':1}}",
        "missing truth            | inner.flag   | {'inner':{'number':1}}",
        "unknown constant         | inner.state  | {'inner':{'number':1,'flag':true,'state':'x'}}",
        "constant by its number   | inner.state  | {'inner':{'number':1,'flag':true,'state':0}}",
        "constant by Java's name  | inner.state  | {'inner':{'number':1,'flag':true,'state':'LEFT'}}",
        "empty constant           | inner.state  | {'inner':{'number':1,'flag':true,'state':''}}",
        "text for object          | inner        | {'inner':'x'}",
        "empty text for object    | inner        | {'inner':''}",
        "list for object          | inner        | {'inner':[]}",
        "object for list          | list         | {'list':{}}",
        "wrong in a list          | list.number  | {'list':[{'number':1,'flag':true},{'number':'2'}]}",
        "not an identifier        | user         | {'user':'x'}",
        "number for identifier    | user         | {'user':1}",
        "unknown field            | more         | {'more':1}",
        "unknown field inside     | inner.more   | {'inner':{'number':1,'flag':true,'more':1}}",
      })
  void strictReadingNamesTheField(String reason, String field, String json) {
    assertEquals(field, malformed(json.replace('\'', '"')).field(), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "nothing",
        "[]",
        "\"text\"",
        "17",
        "{",
        "{}{}",
        "{} x",
        "{\"user\":}",
        "{'user':1}",
        "{\"user\":\"a\u0000\"}",
        "{/* comment */}",
        "\uFEFF{}"
      })
  void strictReadingRefusesWhatIsNoSuchObject(String json) {
    assertEquals(FailureCode.MALFORMED, malformed(json).code());
  }

  @Test
  void refusesAFieldGivenTwice() {
    malformed("{\"inner\":null,\"inner\":null}");
    malformed("{\"inner\":{\"number\":1,\"number\":2,\"flag\":true}}");
  }

  @Test
  void refusesNestingThatNoMessageHas() {
    malformed("{\"more\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
    String json = "{\"more\":" + "[".repeat(40) + "]".repeat(40) + "}";
    assertThrows(BusFailure.class, () -> Json.decodeLeniently(json, Outer.class));
  }

  @Test
  void aNameMadeUpByTheClientIsCutToSomethingThatCanBeLogged() {
    BusFailure failure = malformed("{\"<script>\\n" + "x".repeat(100) + "\":1}");
    assertEquals("?script??" + "x".repeat(31), failure.field());
  }

  @Test
  void lenientReadingIgnoresUnknownFieldsAndNothingElse() {
    String newer = "{\"readOrdinal\":4,\"since\":{\"release\":2}}";
    assertEquals(new ReadMarked(4), Json.decodeLeniently(newer, ReadMarked.class));
    assertThrows(
        BusFailure.class, () -> Json.decodeLeniently("{\"readOrdinal\":\"4\"}", ReadMarked.class));
  }

  @Test
  void parsedJsonIsReadAsStrictlyAsText() {
    assertEquals(new ReadMarked(4), Json.convert(Map.of("readOrdinal", 4), ReadMarked.class, true));
    for (Object bad : List.of("4", 4.0, true, List.of(4), Map.of())) {
      BusFailure failure =
          assertThrows(
              BusFailure.class,
              () -> Json.convert(Map.of("readOrdinal", bad), ReadMarked.class, true));
      assertEquals("readOrdinal", failure.field());
    }
    Map<String, Object> unknown = Map.of("readOrdinal", 4, "more", 1);
    assertEquals(new ReadMarked(4), Json.convert(unknown, ReadMarked.class, false));
    assertThrows(BusFailure.class, () -> Json.convert(unknown, ReadMarked.class, true));
    assertThrows(BusFailure.class, () -> Json.convert(null, ReadMarked.class, true));
  }

  private static BusFailure malformed(String json) {
    BusFailure failure =
        assertThrows(BusFailure.class, () -> Json.decodeStrictly(json, Outer.class));
    assertEquals(FailureCode.MALFORMED, failure.code());
    return failure;
  }
}
