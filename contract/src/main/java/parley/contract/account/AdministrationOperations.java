package parley.contract.account;

import static parley.contract.FailureCode.TOO_MANY;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** Who runs this installation, and whom they let in. Asked over HTTP, see the gateway. */
public final class AdministrationOperations implements CatalogPart {
  /** {@code FORBIDDEN} for whoever is no administrator. */
  public static final Operation<StoreInvite, InviteStored> STORE_INVITE =
      Operation.named("persistence.invite.store")
          .summary("Store an invitation by an administrator; a repeat changes nothing.")
          .request(StoreInvite.class)
          .reply(InviteStored.class)
          .refusals(TOO_MANY);

  /** Takes the place of what was offered before. */
  public static final Operation<OfferAdministration, AdministrationOffered> OFFER_ADMINISTRATION =
      Operation.named("persistence.administrator.offer")
          .summary("Offer the rights of the first administrator for a one-time secret.")
          .request(OfferAdministration.class)
          .reply(AdministrationOffered.class);

  /** {@code FORBIDDEN} for another secret, one that was used, and where there is one already. */
  public static final Operation<ClaimAdministration, AdministrationClaimed> CLAIM_ADMINISTRATION =
      Operation.named("persistence.administrator.claim")
          .summary("Make an account administrator by the one-time secret.")
          .request(ClaimAdministration.class)
          .reply(AdministrationClaimed.class);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(STORE_INVITE, OFFER_ADMINISTRATION, CLAIM_ADMINISTRATION);
  }
}
