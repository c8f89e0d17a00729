package parley.launcher.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes frames of the bridge protocol: right ones, nearly right ones, and anything but. The same
 * seed gives the same frames.
 */
final class FrameGrammar {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|-?\\d+|true|false|null|[{}\\[\\]:,]");
  private static final List<String> TYPES = List.of("send", "register", "unregister", "publish");
  private static final int LARGER_THAN_ALLOWED = 70_000;

  private final Junk junk;
  private final Vocabulary words;

  FrameGrammar(long seed, Vocabulary words) {
    this.junk = new Junk(new Random(seed));
    this.words = words;
  }

  /** The text of one frame. */
  String frame() {
    if (junk.oneIn(300)) {
      return "x".repeat(LARGER_THAN_ALLOWED);
    }
    if (junk.oneIn(25)) {
      return junk.value();
    }
    String frame = assembled();
    for (int mutations = junk.below(3); mutations > 0; mutations--) {
      frame = mutated(frame);
    }
    return frame;
  }

  /** How the message that carries a frame is cut up; an empty list: as one. */
  List<Integer> cuts(int length) {
    List<Integer> cuts = new ArrayList<>();
    if (length > 1 && junk.oneIn(6)) {
      for (int pieces = 1 + junk.below(4); pieces > 0; pieces--) {
        cuts.add(junk.below(length));
      }
      cuts.sort(null);
    }
    return cuts;
  }

  /** Whether the message is sent as bytes. */
  boolean binary() {
    return junk.oneIn(4);
  }

  /** Whether what carries the frame is broken, too. */
  boolean brokenEnvelope() {
    return junk.oneIn(20);
  }

  String brokenEnvelope(String envelope) {
    return junk.oneIn(2) ? junk.value() : mutated(envelope);
  }

  private String assembled() {
    String type = junk.any(TYPES);
    List<String> members = new ArrayList<>();
    members.add("\"type\":" + rarely(junk.oneIn(10) ? "\"ping\"" : quoted(type)));
    Vocabulary.Request request = junk.any(words.requests());
    boolean asks = type.equals("send");
    String address = asks ? request.address() : junk.any(words.topics());
    members.add("\"address\":" + rarely(quoted(address)));
    if (asks || junk.oneIn(3)) {
      members.add("\"body\":" + rarely(request.body().replace("{new}", junk.uuid())));
    }
    if (!junk.oneIn(8)) {
      members.add("\"replyAddress\":" + rarely(quoted(replyAddress(address))));
    }
    if (junk.oneIn(3)) {
      members.add("\"headers\":" + rarely("{\"parley.caller\":\"" + junk.uuid() + "\"}"));
    }
    if (junk.oneIn(10)) {
      members.add(junk.any(members));
    }
    return "{" + String.join(",", members) + "}";
  }

  private String replyAddress(String address) {
    return switch (junk.below(6)) {
      case 0 -> address;
      case 1 -> "r".repeat(junk.below(80));
      default -> junk.uuid();
    };
  }

  private String rarely(String usual) {
    return junk.oneIn(12) ? junk.value() : usual;
  }

  /** Replaces, removes, doubles or cuts at one token. */
  private String mutated(String text) {
    List<MatchResult> tokens = TOKEN.matcher(text).results().limit(2_000).toList();
    if (tokens.isEmpty()) {
      return text + junk.value();
    }
    MatchResult token = junk.any(tokens);
    String before = text.substring(0, token.start());
    String after = text.substring(token.end());
    return switch (junk.below(6)) {
      case 0 -> before + after;
      case 1 -> before + token.group() + token.group() + after;
      case 2 -> before;
      case 3 -> before + token.group() + "\u0000" + after;
      default -> before + junk.value() + after;
    };
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
