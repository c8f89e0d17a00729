package parley.persistence.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static parley.contract.account.AccountOperations.DELETE_ACCOUNT;
import static parley.contract.account.ProfileOperations.READ_AVATAR;
import static parley.contract.account.ProfileOperations.STORE_AVATAR;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;
import parley.contract.account.DeleteAccount;
import parley.contract.account.Profile;
import parley.contract.account.ReadAvatar;
import parley.contract.account.StoreAvatar;
import parley.contract.id.UserId;
import parley.persistence.PersistenceExtension;

class AvatarIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private final UserId ada = PERSISTENCE.people().account();
  private final UserId grace = PERSISTENCE.people().account();

  @Test
  void aPictureIsThereAsLongAsSomebodyHasIt() {
    Avatar avatar = Portraits.any();
    assertEquals(2, store(ada, avatar).version());
    assertEquals(2, store(ada, avatar).version(), "a repeat changes nothing");
    store(grace, avatar);
    Profile bare = store(ada, null);
    assertNull(bare.avatar());
    assertEquals(3, bare.version());
    for (AvatarImage image : avatar.images()) {
      assertEquals(image, read(avatar, image.size()));
    }
    PERSISTENCE.ask(DELETE_ACCOUNT, new DeleteAccount(grace, "$argon2id$x"));
    assertEquals(
        FailureCode.NOT_FOUND, PERSISTENCE.refusal(READ_AVATAR, new ReadAvatar(avatar.hash(), 96)));
  }

  @Test
  void anotherPictureTakesItsPlace() {
    Avatar first = Portraits.any();
    Avatar second = Portraits.any();
    store(ada, first);
    assertEquals(second.hash(), store(ada, second).avatar());
    assertEquals(second.images().get(0), read(second, 48));
    assertEquals(
        FailureCode.NOT_FOUND, PERSISTENCE.refusal(READ_AVATAR, new ReadAvatar(first.hash(), 48)));
  }

  @Test
  void nobodyHasAPictureWhoIsNotThere() {
    StoreAvatar request = new StoreAvatar(new UserId(UUID.randomUUID()), Portraits.any());
    assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(STORE_AVATAR, request));
  }

  private static Profile store(UserId account, Avatar avatar) {
    return PERSISTENCE.ask(STORE_AVATAR, new StoreAvatar(account, avatar));
  }

  private static AvatarImage read(Avatar avatar, int size) {
    return PERSISTENCE.ask(READ_AVATAR, new ReadAvatar(avatar.hash(), size));
  }
}
