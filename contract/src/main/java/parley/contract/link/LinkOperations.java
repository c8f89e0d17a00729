package parley.contract.link;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NOT_A_MEMBER;
import static parley.contract.FailureCode.NOT_FOUND;
import static parley.contract.FailureCode.STALE;
import static parley.contract.FailureCode.TOO_MANY;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;
import parley.contract.conversation.ConversationChanged;

/**
 * Links that invite. Whatever is wrong with one (no such link, another secret, expired, revoked,
 * used up), the answer is the same.
 */
public final class LinkOperations implements CatalogPart {
  public static final Operation<CreateLink, LinkCreated> CREATE_LINK =
      Operation.named("chat.link.create")
          .summary("Make a link into a room or group; for moderators and owners.")
          .request(CreateLink.class)
          .reply(LinkCreated.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND, TOO_MANY);

  public static final Operation<ListLinks, Links> LIST_LINKS =
      Operation.named("chat.link.list")
          .summary("The links into a room or group; for moderators and owners.")
          .request(ListLinks.class)
          .reply(Links.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  public static final Operation<RevokeLink, LinkRevoked> REVOKE_LINK =
      Operation.named("chat.link.revoke")
          .summary("Make a link useless; for moderators and owners.")
          .request(RevokeLink.class)
          .reply(LinkRevoked.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  public static final Operation<ReadLink, LinkPreview> READ_LINK =
      Operation.named("chat.link.read")
          .summary("Where a link leads, for who has its secret.")
          .request(ReadLink.class)
          .reply(LinkPreview.class)
          .callableFrom(BROWSER)
          .refusals(NOT_FOUND);

  public static final Operation<UseLink, LinkUsed> USE_LINK =
      Operation.named("chat.link.use")
          .summary("Come in by a link; who was removed does not.")
          .request(UseLink.class)
          .reply(LinkUsed.class)
          .callableFrom(BROWSER)
          .refusals(NOT_FOUND, TOO_MANY);

  public static final Operation<StoreLink, LinkCreated> STORE_LINK =
      Operation.named("persistence.link.store")
          .summary("Store a link; a repeat by the same account changes nothing.")
          .request(StoreLink.class)
          .reply(LinkCreated.class)
          .refusals(NOT_FOUND, STALE, TOO_MANY);

  public static final Operation<ListLinks, Links> FIND_LINKS =
      Operation.named("persistence.link.list")
          .summary("The links into a conversation without any check of rights.")
          .request(ListLinks.class)
          .reply(Links.class);

  public static final Operation<RevokeLink, LinkRevoked> DELETE_LINK =
      Operation.named("persistence.link.delete")
          .summary("Delete a link without any check of rights.")
          .request(RevokeLink.class)
          .reply(LinkRevoked.class);

  public static final Operation<FindLink, StoredLink> FIND_LINK =
      Operation.named("persistence.link.find")
          .summary("A link and where it leads.")
          .request(FindLink.class)
          .reply(StoredLink.class)
          .refusals(NOT_FOUND);

  public static final Operation<TakeLink, ConversationChanged> TAKE_LINK =
      Operation.named("persistence.link.take")
          .summary("Make an account a member by a link, which loses one use; never below none.")
          .request(TakeLink.class)
          .reply(ConversationChanged.class)
          .refusals(NOT_FOUND, STALE, TOO_MANY);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        CREATE_LINK,
        LIST_LINKS,
        REVOKE_LINK,
        READ_LINK,
        USE_LINK,
        STORE_LINK,
        FIND_LINKS,
        DELETE_LINK,
        FIND_LINK,
        TAKE_LINK);
  }
}
