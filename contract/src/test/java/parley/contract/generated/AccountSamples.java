package parley.contract.generated;

import java.util.List;
import parley.contract.account.AccountDeleted;
import parley.contract.account.AccountStored;
import parley.contract.account.AdministrationClaimed;
import parley.contract.account.AdministrationOffered;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;
import parley.contract.account.ChangePassword;
import parley.contract.account.ChangeProfile;
import parley.contract.account.ClaimAdministration;
import parley.contract.account.ConfirmEmail;
import parley.contract.account.Credentials;
import parley.contract.account.DeleteAccount;
import parley.contract.account.FindCredentials;
import parley.contract.account.FindPeople;
import parley.contract.account.FindRecipients;
import parley.contract.account.InviteStored;
import parley.contract.account.KnownProfile;
import parley.contract.account.OfferAdministration;
import parley.contract.account.OwnEmail;
import parley.contract.account.PasswordChanged;
import parley.contract.account.Profile;
import parley.contract.account.Profiles;
import parley.contract.account.ReadAvatar;
import parley.contract.account.ReadEmail;
import parley.contract.account.ReadProfiles;
import parley.contract.account.ReadReset;
import parley.contract.account.Recipient;
import parley.contract.account.Recipients;
import parley.contract.account.RefreshProfiles;
import parley.contract.account.ResetStored;
import parley.contract.account.SearchPeople;
import parley.contract.account.Status;
import parley.contract.account.StoreAccount;
import parley.contract.account.StoreAvatar;
import parley.contract.account.StoreEmail;
import parley.contract.account.StoreInvite;
import parley.contract.account.StoreProfile;
import parley.contract.account.StoreReset;
import parley.contract.account.UseReset;
import parley.contract.session.EndOwnSession;
import parley.contract.session.EndSession;
import parley.contract.session.EndedSessions;
import parley.contract.session.ListEndedSessions;
import parley.contract.session.ListSessions;
import parley.contract.session.OpenSession;
import parley.contract.session.ReadSession;
import parley.contract.session.RotateSession;
import parley.contract.session.SessionEnded;
import parley.contract.session.SessionEntry;
import parley.contract.session.SessionState;
import parley.contract.session.Sessions;

/** Samples about accounts and sessions. */
final class AccountSamples {
  private static final Profile PROFILE = new Profile(Samples.ADA, "ada", "Ada Lovelace");
  private static final ChangeProfile CHANGE =
      new ChangeProfile("Ada", new Status("At the engine", "\u2699\uFE0F", 1_700_000_000_000L));
  private static final Profile CHANGED =
      new Profile(
          Samples.ADA,
          "ada",
          "Ada",
          3,
          CHANGE.status(),
          "SXQgaXMgYSBwaWN0dXJlIG9mIGEgcGVyc29uIGluZGVlZA",
          false);
  private static final String PASSWORD_HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$c2FtcGxlc2FtcGxl$bm90IHRoZSBoYXNoIG9mIGFueXRoaW5n";
  private static final String FIRST_HASH = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE";
  private static final String SECOND_HASH = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY";
  private static final long MONTH_MS = 30L * 24 * 3_600_000;

  static final Avatar AVATAR =
      new Avatar(CHANGED.avatar(), List.of(image(48), image(96), image(256)));

  private static final SearchPeople SEARCH = new SearchPeople("love ad", 20);

  private AccountSamples() {}

  private static AvatarImage image(int size) {
    return new AvatarImage(size, "image/png", "Tm90IHJlYWxseSBhIHBpY3R1cmU=");
  }

  static List<Record> all() {
    return List.of(
        new ReadProfiles(List.of(Samples.ADA, Samples.GRACE)),
        new Profiles(List.of(PROFILE)),
        CHANGED,
        CHANGE,
        new StoreProfile(Samples.ADA, CHANGE),
        new RefreshProfiles(
            List.of(new KnownProfile(Samples.ADA, 2), new KnownProfile(Samples.GRACE, 1))),
        SEARCH,
        new FindPeople(Samples.GRACE, SEARCH),
        new StoreAccount(Samples.ADA, "ada", "ada", "Ada Lovelace", PASSWORD_HASH, FIRST_HASH),
        new AccountStored(PROFILE),
        new StoreInvite(Samples.ADA, FIRST_HASH, 5, MONTH_MS),
        new InviteStored(1_700_000_000_000L),
        new OfferAdministration(FIRST_HASH),
        new AdministrationOffered(true),
        new ClaimAdministration(Samples.ADA, FIRST_HASH),
        new AdministrationClaimed(Samples.ADA),
        new FindCredentials("ada"),
        new Credentials(PROFILE, PASSWORD_HASH),
        new OpenSession(
            Samples.SESSION, Samples.ADA, FIRST_HASH, "Firefox on Linux", MONTH_MS, PASSWORD_HASH),
        new ReadSession(Samples.SESSION),
        new RotateSession(Samples.SESSION, FIRST_HASH, SECOND_HASH, "bm9uY2U", MONTH_MS),
        new SessionState(Samples.SESSION, PROFILE, true, MONTH_MS),
        new EndSession(Samples.SESSION),
        new SessionEnded(Samples.SESSION),
        new ListSessions(Samples.ADA),
        new SessionEntry(
            Samples.SESSION, "Firefox on Linux", 1_700_000_000_000L, 1_700_000_300_000L),
        new Sessions(
            List.of(
                new SessionEntry(
                    Samples.SESSION, "Firefox on Linux", 1_700_000_000_000L, 1_700_000_300_000L))),
        new EndOwnSession(Samples.ADA, Samples.SESSION),
        new ChangePassword(Samples.ADA, Samples.SESSION, PASSWORD_HASH, PASSWORD_HASH + "2"),
        new PasswordChanged(List.of(Samples.SESSION)),
        new DeleteAccount(Samples.ADA, PASSWORD_HASH),
        new AccountDeleted(Profile.deleted(Samples.ADA, 4), List.of(Samples.SESSION)),
        new StoreEmail(Samples.ADA, "ada@example.org", FIRST_HASH),
        new ConfirmEmail(FIRST_HASH),
        new ReadEmail(Samples.ADA),
        new OwnEmail("ada@example.org", true),
        new FindRecipients("ada"),
        new Recipients(List.of(new Recipient("ada", "ada@example.org"))),
        new StoreReset(Samples.GRACE, "ada", FIRST_HASH, MONTH_MS / 30),
        new ResetStored(1_700_000_000_000L),
        new ReadReset(FIRST_HASH),
        new UseReset(FIRST_HASH, PASSWORD_HASH),
        new StoreAvatar(Samples.ADA, AVATAR),
        new ReadAvatar(CHANGED.avatar(), 96),
        image(96),
        new ListEndedSessions(5_000),
        new EndedSessions(List.of(Samples.SESSION)));
  }
}
