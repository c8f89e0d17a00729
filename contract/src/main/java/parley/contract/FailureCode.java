package parley.contract;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every way in which an operation can fail: a closed set. The number travels as {@code
 * failureCode}, the constant's name as {@code message}; the text of an exception never does.
 *
 * <p>The thousand is the caller's duty, so that a code unknown to an old client is still treated
 * rightly: 1000 refused, show it and do not resend; 2000 try later with the same id, with back-off
 * and jitter; 3000 the session is over, sign in again and resume.
 */
@Doc("Every way in which something can fail; the thousand of its number tells what to do.")
public enum FailureCode {
  MALFORMED(1000, true, "The request is not what the contract says; `field` names the place."),
  UNKNOWN_ADDRESS(1001, true, "No such address, or it is not open to browsers."),
  FORBIDDEN(1002, true, "The caller may not do this."),
  NOT_FOUND(1003, false, "What the request names does not exist."),
  NOT_A_MEMBER(1004, false, "The caller is not a member of the conversation."),
  NAME_TAKEN(1005, false, "The name, or one that looks like it, is taken."),
  TOO_MANY(1006, false, "A bound of the caller is reached: subscriptions, rooms, sockets."),
  WRONG_CREDENTIALS(1007, false, "User name and password do not belong together."),
  NOT_REACHABLE(1008, false, "The caller cannot reach this person; why is not told."),
  LAST_OWNER(1009, false, "The conversation would be left without an owner."),

  UNAVAILABLE(
      2000, true, "A part did not answer in time or is overloaded; repeat with the same id."),
  RATE_LIMITED(2001, true, "Too many requests; repeat later with the same id."),
  INTERNAL(2002, true, "A fault of the server; it is logged there. Repeat with the same id."),
  STALE(2003, false, "The decision rested on an older state of the conversation; decide again."),

  SESSION_EXPIRED(3000, true, "The session has expired; sign in again, then resume."),
  SIGNED_OUT(3001, true, "The session was ended; sign in again, then resume.");

  private final int number;
  private final boolean generic;
  private final String meaning;

  FailureCode(int number, boolean generic, String meaning) {
    this.number = number;
    this.generic = generic;
    this.meaning = meaning;
  }

  /** The stable number on the wire. */
  public int number() {
    return number;
  }

  /** True if every operation may fail with it; the others must be declared by the operation. */
  public boolean generic() {
    return generic;
  }

  /** What happened, in a sentence for the reference page. */
  public String meaning() {
    return meaning;
  }

  /** What the caller should do, told by the thousand. */
  public String duty() {
    return duty(number);
  }

  /** True if the same request may succeed later. */
  public boolean passing() {
    return number / 1000 == 2;
  }

  /** The duty that goes with a number, known or not. */
  public static String duty(int number) {
    return switch (number / 1000) {
      case 1 -> "show, do not resend";
      case 2 -> "resend the same id with back-off and jitter";
      case 3 -> "sign in again, then resume";
      default -> "treat as a fault";
    };
  }

  /** The code with this number, if this release knows it. */
  public static Optional<FailureCode> of(int number) {
    return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
  }
}
