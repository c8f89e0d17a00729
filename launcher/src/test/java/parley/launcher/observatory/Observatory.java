package parley.launcher.observatory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scoring of the HTTP Observatory, from {@code src/grader/charts.js} and {@code
 * src/analyzer/tests} of github.com/mdn/mdn-http-observatory: 100 points, less what is missing, and
 * bonuses for who has 90 without them. Redirection to HTTPS counts as right: it is the part of the
 * proxy that ends TLS. Every cookie is taken for a session's.
 *
 * <table>
 *   <caption>Points</caption>
 *   <tr><td>policy</td><td>+10 default-src 'none', +5 nothing unsafe, 0 unsafe styles, -10
 *       unsafe-eval, -20 unsafe scripts or http:, -25 none</td></tr>
 *   <tr><td>cookies</td><td>+5 Secure, HttpOnly, SameSite; 0 without SameSite; -10 or -40 without
 *       Secure, with or without HSTS; -20 another SameSite; -30 without HttpOnly</td></tr>
 *   <tr><td>sharing</td><td>-50 any origin with credentials</td></tr>
 *   <tr><td>referrer</td><td>+5 private, 0 none, -5 another</td></tr>
 *   <tr><td>transport</td><td>0 six months, -10 less, -20 none</td></tr>
 *   <tr><td>integrity</td><td>+5 hashed, 0 own scripts, -5 foreign ones, -50 insecure ones</td></tr>
 *   <tr><td>types</td><td>0 nosniff, -5 not</td></tr>
 *   <tr><td>frames</td><td>+5 by the policy, 0 by X-Frame-Options, -20 not</td></tr>
 *   <tr><td>resources</td><td>+10 same origin or site, 0 others, -5 unknown</td></tr>
 * </table>
 */
final class Observatory {
  /** The score from which on the grade is A+. */
  static final int A_PLUS = 100;

  private static final int BEFORE_BONUSES = 90;
  private static final long SIX_MONTHS_S = 15_768_000;
  private static final Set<String> BROAD = Set.of("ftp:", "http:", "https:", "*");
  private static final Set<String> INLINE = Set.of("'unsafe-inline'", "data:");
  private static final Set<String> PRIVATE =
      Set.of("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin");
  private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");
  private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*\\bsrc=\"([^\"]*)\"[^>]*>");

  private Observatory() {}

  /** All points together. */
  static int score(Map<String, Integer> points) {
    int withoutBonuses = 100 + points.values().stream().mapToInt(point -> Math.min(point, 0)).sum();
    int bonuses = points.values().stream().mapToInt(point -> Math.max(point, 0)).sum();
    return withoutBonuses >= BEFORE_BONUSES ? withoutBonuses + bonuses : withoutBonuses;
  }

  /** The points of each test. */
  static Map<String, Integer> judge(Answer answer) {
    Map<String, Integer> points = new LinkedHashMap<>(judgeHeaders(answer));
    points.put("cookies", cookies(answer));
    points.put("sharing", sharing(answer));
    points.put("integrity", integrity(answer.content()));
    return points;
  }

  /** The points for what every answer should carry. */
  static Map<String, Integer> judgeHeaders(Answer answer) {
    return Map.of(
        "policy", policy(answer),
        "referrer", referrer(answer),
        "transport", transport(answer),
        "types", answer.header("X-Content-Type-Options").equals(nosniff()) ? 0 : -5,
        "frames", frames(answer),
        "resources", resources(answer));
  }

  private static Optional<String> nosniff() {
    return Optional.of("nosniff");
  }

  private static int policy(Answer answer) {
    if (answer.header("Content-Security-Policy").isEmpty()) {
      return -25;
    }
    List<String> scripts = answer.policy("script-src", "default-src");
    List<String> styles = answer.policy("style-src", "default-src");
    List<String> all = List.of(answer.header("Content-Security-Policy").get().split("[\\s;]+"));
    if (hasAny(scripts, BROAD)
        || hasAny(scripts, INLINE)
        || hasAny(answer.policy("object-src", "default-src"), BROAD)
        || all.stream().anyMatch(source -> source.startsWith("http:"))) {
      return -20;
    }
    if (scripts.contains("'unsafe-eval'") || styles.contains("'unsafe-eval'")) {
      return -10;
    }
    if (hasAny(styles, BROAD) || hasAny(styles, INLINE)) {
      return 0;
    }
    return answer.policy("default-src", null).equals(List.of("'none'")) ? 10 : 5;
  }

  private static int cookies(Answer answer) {
    return answer.headers().getAll("Set-Cookie").stream()
        .map(cookie -> cookie.toLowerCase().replace(" ", "") + ";")
        .mapToInt(cookie -> cookie(cookie, answer))
        .min()
        .orElse(0);
  }

  private static int cookie(String cookie, Answer answer) {
    if (!cookie.contains(";secure;")) {
      return transport(answer) == 0 ? -10 : -40;
    }
    if (!cookie.contains(";httponly;")) {
      return -30;
    }
    if (cookie.contains(";samesite=strict;") || cookie.contains(";samesite=lax;")) {
      return 5;
    }
    return cookie.contains(";samesite") ? -20 : 0;
  }

  private static int sharing(Answer answer) {
    boolean any = answer.header("Access-Control-Allow-Origin").isPresent();
    return any && answer.header("Access-Control-Allow-Credentials").isPresent() ? -50 : 0;
  }

  private static int referrer(Answer answer) {
    return answer.header("Referrer-Policy").map(set -> PRIVATE.contains(set) ? 5 : -5).orElse(0);
  }

  private static int transport(Answer answer) {
    Matcher age = MAX_AGE.matcher(answer.header("Strict-Transport-Security").orElse(""));
    if (!age.find()) {
      return -20;
    }
    return Long.parseLong(age.group(1)) >= SIX_MONTHS_S ? 0 : -10;
  }

  private static int integrity(String page) {
    List<MatchResult> scripts = SCRIPT.matcher(page).results().toList();
    boolean hashed = scripts.stream().allMatch(script -> script.group().contains("integrity="));
    int worst = 0;
    for (MatchResult script : scripts) {
      String source = script.group(1);
      boolean foreign = source.contains("//");
      boolean secure = source.startsWith("https:");
      worst = Math.min(worst, !foreign ? 0 : !secure ? -50 : hashed ? 0 : -5);
    }
    return worst == 0 && hashed && !scripts.isEmpty() ? 5 : worst;
  }

  private static int frames(Answer answer) {
    if (!hasAny(answer.policy("frame-ancestors", null), BROAD)) {
      return 5;
    }
    return answer
            .header("X-Frame-Options")
            .filter(Set.of("DENY", "SAMEORIGIN")::contains)
            .isPresent()
        ? 0
        : -20;
  }

  private static int resources(Answer answer) {
    return switch (answer.header("Cross-Origin-Resource-Policy").orElse("cross-origin")) {
      case "same-origin", "same-site" -> 10;
      case "cross-origin" -> 0;
      default -> -5;
    };
  }

  private static boolean hasAny(List<String> sources, Set<String> unwanted) {
    return sources.stream().anyMatch(unwanted::contains);
  }
}
