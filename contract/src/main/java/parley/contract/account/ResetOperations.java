package parley.contract.account;

import static parley.contract.FailureCode.NOT_FOUND;
import static parley.contract.FailureCode.TOO_MANY;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** Addresses of accounts, and passwords that were forgotten. Asked by the gateway alone. */
public final class ResetOperations implements CatalogPart {
  public static final Operation<StoreEmail, OwnEmail> STORE_EMAIL =
      Operation.named("persistence.email.store")
          .summary("Keep, or forget, the address of an account.")
          .request(StoreEmail.class)
          .reply(OwnEmail.class)
          .refusals(NOT_FOUND);

  /** {@code FORBIDDEN} for a secret that is not, or no longer, good; a repeat changes nothing. */
  public static final Operation<ConfirmEmail, OwnEmail> CONFIRM_EMAIL =
      Operation.named("persistence.email.confirm")
          .summary("Take the address of an account for confirmed.")
          .request(ConfirmEmail.class)
          .reply(OwnEmail.class);

  public static final Operation<ReadEmail, OwnEmail> READ_EMAIL =
      Operation.named("persistence.email.read")
          .summary("The address of an account.")
          .request(ReadEmail.class)
          .reply(OwnEmail.class)
          .refusals(NOT_FOUND);

  public static final Operation<FindRecipients, Recipients> FIND_RECIPIENTS =
      Operation.named("persistence.reset.find")
          .summary("To whom a link for a forgotten password may be sent.")
          .request(FindRecipients.class)
          .reply(Recipients.class);

  /**
   * {@code FORBIDDEN} if it is made by somebody who is no administrator; {@code TOO_MANY} if as
   * many were sent as are good side by side.
   */
  public static final Operation<StoreReset, ResetStored> STORE_RESET =
      Operation.named("persistence.reset.store")
          .summary("Keep a one-time secret for a forgotten password; a repeat changes nothing.")
          .request(StoreReset.class)
          .reply(ResetStored.class)
          .refusals(NOT_FOUND, TOO_MANY);

  /** {@code FORBIDDEN} for a secret that is not, or no longer, good. */
  public static final Operation<ReadReset, Profile> READ_RESET =
      Operation.named("persistence.reset.read")
          .summary("Whose password a one-time secret may set.")
          .request(ReadReset.class)
          .reply(Profile.class);

  /** {@code FORBIDDEN} for a secret that is not, or no longer, good, as after it was used. */
  public static final Operation<UseReset, PasswordChanged> USE_RESET =
      Operation.named("persistence.reset.use")
          .summary("Set a new password by a one-time secret and end all sessions of the account.")
          .request(UseReset.class)
          .reply(PasswordChanged.class);

  /**
   * For who did not hear the answer. Some minutes and few times only, and no longer than the
   * password and the address stay; {@code FORBIDDEN} otherwise.
   */
  public static final Operation<ReadReset, Credentials> REPEAT_RESET =
      Operation.named("persistence.reset.repeat")
          .summary("How the password is checked that a one-time secret has just set.")
          .request(ReadReset.class)
          .reply(Credentials.class);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        STORE_EMAIL,
        CONFIRM_EMAIL,
        READ_EMAIL,
        FIND_RECIPIENTS,
        STORE_RESET,
        READ_RESET,
        USE_RESET,
        REPEAT_RESET);
  }
}
