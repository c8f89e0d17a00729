package parley.contract.session;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.SessionId;

@Doc("One log-in on one device, that lives.")
public record SessionEntry(
    @Doc("Which session.") SessionId session,
    @Doc("What the device calls itself.") String device,
    @Doc("When it was opened, in milliseconds since 1970.") long createdAt,
    @Doc("When its tokens were last renewed, in milliseconds since 1970.") long refreshedAt) {
  public SessionEntry {
    Check.present("session", session);
    device = Check.line("device", device, 0, OpenSession.MAX_DEVICE);
  }
}
