package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.GRACE;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.account.AccountOperations;
import parley.contract.account.ChangeProfile;
import parley.contract.account.KnownProfile;
import parley.contract.account.Profile;
import parley.contract.account.ProfileOperations;
import parley.contract.account.Profiles;
import parley.contract.account.RefreshProfiles;
import parley.contract.account.Status;
import parley.contract.account.StoreProfile;

class ProfilesTest {
  private static final ChangeProfile CHANGE =
      new ChangeProfile("Countess", new Status("thinking", null, null));
  private static final Profile CHANGED =
      new Profile(ADA, "ada", "Countess", 2, CHANGE.status(), null, false);
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    rig.persistence.answers(ProfileOperations.STORE_PROFILE, request -> CHANGED);
    rig.persistence.answers(
        AccountOperations.PROFILES_READ,
        request -> new Profiles(List.of(CHANGED, new Profile(GRACE, "grace", "Grace"))));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void changesTheCallersOwnProfileAndTellsWhoeverListens() throws Exception {
    assertEquals(CHANGED, rig.ask(ProfileOperations.CHANGE_PROFILE, CHANGE, ADA));
    assertEquals(List.of(new StoreProfile(ADA, CHANGE)), rig.persistence.asked(StoreProfile.class));
    assertEquals(Json.encode(CHANGED), rig.onTheBus.get(rig.placeOf(String.class)));
  }

  @Test
  void refreshesOnlyWhatIsAnotherVersion() throws Exception {
    RefreshProfiles question =
        new RefreshProfiles(List.of(new KnownProfile(ADA, 1), new KnownProfile(GRACE, 1)));
    assertEquals(
        new Profiles(List.of(CHANGED)), rig.ask(ProfileOperations.REFRESH_PROFILES, question, ADA));
  }

  @Test
  void whoIsNotSignedInChangesAndReadsNothing() {
    rig.assertRefused(FailureCode.FORBIDDEN, ProfileOperations.CHANGE_PROFILE, CHANGE, null);
    rig.assertRefused(
        FailureCode.FORBIDDEN,
        ProfileOperations.REFRESH_PROFILES,
        new RefreshProfiles(List.of(new KnownProfile(ADA, 1))),
        null);
    assertEquals(List.of(), rig.persistence.asked(StoreProfile.class));
  }
}
