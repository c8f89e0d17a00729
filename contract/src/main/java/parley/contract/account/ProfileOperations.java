package parley.contract.account;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NOT_FOUND;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;
import parley.contract.Topic;
import parley.contract.presence.PresenceOperations;

/** How people are seen: the name to show, a status, a picture. */
public final class ProfileOperations implements CatalogPart {
  public static final Operation<ChangeProfile, Profile> CHANGE_PROFILE =
      Operation.named("chat.profile.change")
          .summary("Change how the caller is seen; a repeat changes nothing.")
          .request(ChangeProfile.class)
          .reply(Profile.class)
          .callableFrom(BROWSER);

  public static final Operation<RefreshProfiles, Profiles> REFRESH_PROFILES =
      Operation.named("chat.profile.refresh")
          .summary("Of some profiles those that changed since they were read.")
          .request(RefreshProfiles.class)
          .reply(Profiles.class)
          .callableFrom(BROWSER);

  public static final Operation<StoreProfile, Profile> STORE_PROFILE =
      Operation.named("persistence.profile.store")
          .summary("Store how an account is seen, and the words by which it is found.")
          .request(StoreProfile.class)
          .reply(Profile.class)
          .refusals(NOT_FOUND);

  public static final Operation<StoreAvatar, Profile> STORE_AVATAR =
      Operation.named("persistence.avatar.store")
          .summary("Keep a picture of an account, or none.")
          .request(StoreAvatar.class)
          .reply(Profile.class)
          .refusals(NOT_FOUND);

  public static final Operation<ReadAvatar, AvatarImage> READ_AVATAR =
      Operation.named("persistence.avatar.read")
          .summary("A picture, of an account or a conversation, in one of its sizes.")
          .request(ReadAvatar.class)
          .reply(AvatarImage.class)
          .refusals(NOT_FOUND);

  /**
   * Heard by whoever watches the presence of the account, too. Delivered at most once and without
   * numbers: the greater version counts. Begins with the next change, because what was told last
   * need not be the newest; who begins to listen, or comes back, asks {@link #REFRESH_PROFILES}.
   */
  public static final Topic<Profile> PROFILE_CHANGES =
      Topic.named("profile.{id}.changes")
          .summary("How an account is seen, after each change.")
          .carries(Profile.class)
          .authorisedBy(PresenceOperations.AUTHORISE_PRESENCE);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(CHANGE_PROFILE, REFRESH_PROFILES, STORE_PROFILE, STORE_AVATAR, READ_AVATAR);
  }

  @Override
  public List<Topic<?>> topics() {
    return List.of(PROFILE_CHANGES);
  }
}
