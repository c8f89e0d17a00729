package parley.contract.account;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NAME_TAKEN;
import static parley.contract.FailureCode.NOT_FOUND;
import static parley.contract.FailureCode.WRONG_CREDENTIALS;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** Accounts: who people are. Signing up and in is HTTP, see the gateway. */
public final class AccountOperations implements CatalogPart {
  public static final Operation<ReadProfiles, Profiles> READ_PROFILES =
      Operation.named("chat.profile.read")
          .summary("Names for accounts.")
          .request(ReadProfiles.class)
          .reply(Profiles.class)
          .callableFrom(BROWSER);

  public static final Operation<ReadProfiles, Profiles> PROFILES_READ =
      Operation.named("persistence.profile.read")
          .summary("Names for accounts without any check of rights.")
          .request(ReadProfiles.class)
          .reply(Profiles.class);

  /** {@code FORBIDDEN} if it names an invitation that is not, or no longer, good. */
  public static final Operation<StoreAccount, AccountStored> STORE_ACCOUNT =
      Operation.named("persistence.account.store")
          .summary("Store a new account and its feed; a repeat with the same id changes nothing.")
          .request(StoreAccount.class)
          .reply(AccountStored.class)
          .refusals(NAME_TAKEN);

  public static final Operation<FindCredentials, Credentials> FIND_CREDENTIALS =
      Operation.named("persistence.credentials.find")
          .summary("How the password of a user name is checked.")
          .request(FindCredentials.class)
          .reply(Credentials.class)
          .refusals(NOT_FOUND);

  /** Whoever knew the old password only is out when this is answered. */
  public static final Operation<ChangePassword, PasswordChanged> CHANGE_PASSWORD =
      Operation.named("persistence.password.change")
          .summary("Replace a password and end the other sessions of its account.")
          .request(ChangePassword.class)
          .reply(PasswordChanged.class)
          .refusals(WRONG_CREDENTIALS);

  /** Everything that tells who it was goes at once; memberships and friendships soon after. */
  public static final Operation<DeleteAccount, AccountDeleted> DELETE_ACCOUNT =
      Operation.named("persistence.account.delete")
          .summary("Delete an account and end its sessions; a repeat changes nothing.")
          .request(DeleteAccount.class)
          .reply(AccountDeleted.class)
          .refusals(WRONG_CREDENTIALS);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        READ_PROFILES,
        PROFILES_READ,
        STORE_ACCOUNT,
        FIND_CREDENTIALS,
        CHANGE_PASSWORD,
        DELETE_ACCOUNT);
  }
}
