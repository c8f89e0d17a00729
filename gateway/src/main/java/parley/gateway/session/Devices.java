package parley.gateway.session;

import java.util.List;
import parley.contract.Doc;
import parley.contract.id.SessionId;
import parley.contract.session.SessionEntry;
import parley.contract.session.Sessions;

/** The sessions of an account as one of them sees them: where the account is signed in. */
@Doc("Where an account is signed in.")
record Devices(@Doc("Its sessions that live.") List<Device> sessions) {

  /** Marks the session that asks. */
  static Devices of(Sessions listed, SessionId asking) {
    return new Devices(listed.sessions().stream().map(entry -> Device.of(entry, asking)).toList());
  }

  /**
   * One session.
   *
   * @param device what its program called itself
   * @param createdAt milliseconds since 1970
   * @param refreshedAt milliseconds since 1970
   * @param current whether it is the one that asks
   */
  @Doc("A session of the account.")
  record Device(
      @Doc("Which session.") SessionId id,
      @Doc("What its program called itself.") String device,
      @Doc("When it was opened, in milliseconds since 1970.") long createdAt,
      @Doc("When its tokens were last renewed, in milliseconds since 1970.") long refreshedAt,
      @Doc("Whether it is the one that asks.") boolean current) {
    private static Device of(SessionEntry entry, SessionId asking) {
      return new Device(
          entry.session(),
          entry.device(),
          entry.createdAt(),
          entry.refreshedAt(),
          entry.session().equals(asking));
    }
  }
}
