package parley.contract.generated;

import java.util.List;
import parley.contract.conversation.ConversationKind;
import parley.contract.id.LinkId;
import parley.contract.link.CreateLink;
import parley.contract.link.FindLink;
import parley.contract.link.Link;
import parley.contract.link.LinkCreated;
import parley.contract.link.LinkPreview;
import parley.contract.link.LinkRevoked;
import parley.contract.link.LinkUsed;
import parley.contract.link.Links;
import parley.contract.link.ListLinks;
import parley.contract.link.ReadLink;
import parley.contract.link.RevokeLink;
import parley.contract.link.StoreLink;
import parley.contract.link.StoredLink;
import parley.contract.link.TakeLink;
import parley.contract.link.UseLink;

/** Samples about links. */
final class LinkSamples {
  private static final LinkId ID = LinkId.of("0191b5a0-0000-7000-8000-0000000000f1");
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  private static final String HASH = "6oZqdX5MOLq_qBJ8vppAnT4fk6AP8UiP9zX8-Rev_9A";
  private static final CreateLink CREATE = new CreateLink(ID, Samples.CONVERSATION, HASH, 24, 10);
  private static final Link LINK = new Link(ID, Samples.ADA, 1_790_000_000_000L, 9);

  private LinkSamples() {}

  static List<Record> all() {
    return List.of(
        CREATE,
        LINK,
        new LinkCreated(LINK),
        new ListLinks(Samples.CONVERSATION),
        new Links(List.of(LINK)),
        new RevokeLink(Samples.CONVERSATION, ID),
        new LinkRevoked(ID),
        new ReadLink(ID, SECRET),
        new LinkPreview(
            Samples.CONVERSATION,
            ConversationKind.GROUP,
            "Analytical engines",
            2,
            false,
            AccountSamples.AVATAR.hash()),
        new UseLink(ID, SECRET),
        new LinkUsed(ConversationSamples.SUMMARY),
        new StoreLink(Samples.ADA, CREATE, 3),
        new FindLink(ID),
        new StoredLink(
            Samples.CONVERSATION,
            HASH,
            true,
            ConversationKind.GROUP,
            "Analytical engines",
            2,
            AccountSamples.AVATAR.hash()),
        new TakeLink(ID, Samples.CONVERSATION, Samples.GRACE, 3));
  }
}
