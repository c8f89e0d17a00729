package parley.contract;

/** Why the server closes a WebSocket, as the client hears it (private range of RFC 6455). */
public enum CloseCode {
  /** The session was ended or has expired: sign in again. */
  SESSION_OVER(4001, "session over"),
  /** The client reads too slowly: come back and resume. */
  TOO_SLOW(4008, "come back and resume"),
  /** The server goes away: come back, to any gateway, and resume. */
  GOING_AWAY(4009, "come back and resume"),
  /** A message was larger than allowed, or no valid frame. */
  BAD_FRAME(4010, "message too large or not valid"),
  /** The account has as many sockets here as it may: close one first. */
  TOO_MANY_SOCKETS(4011, "too many sockets");

  private final int number;
  private final String reason;

  CloseCode(int number, String reason) {
    this.number = number;
    this.reason = reason;
  }

  /** The status code on the wire. */
  public int number() {
    return number;
  }

  /** The text on the wire. */
  public String reason() {
    return reason;
  }
}
