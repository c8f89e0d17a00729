import type {
  ConversationId,
  ConversationSummary,
  Link,
  LinkId,
  LinkPreview,
  MemberItem,
  Policy,
  Preferences,
  Profile,
  Role,
  UserId,
} from "../contract/generated.ts";
import type { Conversations } from "./Conversations.ts";
import type { BusPort } from "./ports.ts";
import { Roster } from "./Roster.ts";

/** What owners and moderators set about a conversation. */
export type Attributes = {
  readonly name: string;
  readonly topic: string | undefined;
  readonly policy: Policy;
};

/** A group that is to be. */
export type NewGroup = {
  readonly name: string;
  readonly topic: string | undefined;
  readonly people: readonly Profile[];
};

/** A link that is to be; its secret stays with who made it. */
export type NewLink = {
  readonly link: LinkId;
  readonly hash: string;
  readonly hours: number;
  readonly uses: number;
};

/** I come into a conversation by asking for it; the answer brings it. */
export type Enter = (
  id: ConversationId,
  ask: () => Promise<{ readonly room: ConversationSummary }>,
) => Promise<void>;

/**
 * Members of conversations and what may be changed about them. What came of a change is told by the
 * feeds; only the members that are on the screen are kept.
 */
export class Members {
  #shown: Roster | undefined;

  constructor(
    private readonly bus: BusPort,
    private readonly conversations: Conversations,
    private readonly enter: Enter,
  ) {}

  /** Makes a group of me and these people. */
  create(id: ConversationId, { name, topic, people }: NewGroup): Promise<void> {
    const members = people.map(({ account }) => account);
    const request = { conversation: id, name, members, ...(topic === undefined ? {} : { topic }) };
    return this.enter(id, async () => ({
      room: (await this.bus.request("chat.group.create", request)).group,
    }));
  }

  /** The links into a conversation. */
  async linksOf(conversation: ConversationId): Promise<readonly Link[]> {
    return (await this.bus.request("chat.link.list", { conversation })).links;
  }

  async makeLink(conversation: ConversationId, wanted: NewLink): Promise<void> {
    const { link, hash: secretHash, hours: expiresInHours, uses } = wanted;
    const request = { link, conversation, secretHash, expiresInHours, uses };
    await this.bus.request("chat.link.create", request);
  }

  async revokeLink(conversation: ConversationId, link: LinkId): Promise<void> {
    await this.bus.request("chat.link.revoke", { conversation, link });
  }

  /** Where a link leads. */
  previewOf(link: LinkId, secret: string): Promise<LinkPreview> {
    return this.bus.request("chat.link.read", { link, secret });
  }

  /** Comes into a conversation by a link. */
  useLink(id: ConversationId, link: LinkId, secret: string): Promise<void> {
    return this.enter(id, async () => ({
      room: (await this.bus.request("chat.link.use", { link, secret })).conversation,
    }));
  }

  /** How I want to have a conversation; my own feed tells it to all my pages. */
  async prefer(conversation: ConversationId, preferences: Preferences): Promise<void> {
    await this.bus.request("chat.conversation.prefer", { conversation, preferences });
  }

  /** Who belongs to a conversation; begins to read it. */
  show(id: ConversationId): Roster {
    const roster = new Roster(id, this.bus);
    this.#shown = roster;
    void roster.load();
    return roster;
  }

  /** Nobody looks at it any more. */
  hide(roster: Roster): void {
    if (this.#shown === roster) {
      this.#shown = undefined;
    }
  }

  put(id: ConversationId, item: MemberItem): void {
    if (this.#shown?.id === id) {
      this.#shown.put(item);
    }
  }

  /** What was known of the members may be of a past that the server has lost. */
  readAnew(id: ConversationId): void {
    if (this.#shown?.id === id) {
      void this.#shown.loadAnew();
    }
  }

  async add(conversation: ConversationId, account: UserId): Promise<void> {
    await this.bus.request("chat.member.add", { conversation, account });
  }

  async remove(conversation: ConversationId, account: UserId): Promise<void> {
    await this.bus.request("chat.member.remove", { conversation, account });
  }

  async give(conversation: ConversationId, account: UserId, role: Role): Promise<void> {
    await this.bus.request("chat.member.role", { conversation, account, role });
  }

  /** Makes somebody an owner in place of me. */
  async handOver(conversation: ConversationId, account: UserId): Promise<void> {
    await this.bus.request("chat.owner.transfer", { conversation, account });
  }

  /** Sets all attributes. */
  async change(conversation: ConversationId, { name, topic, policy }: Attributes): Promise<void> {
    const request = { conversation, name, policy, ...(topic === undefined ? {} : { topic }) };
    const changed = await this.bus.request("chat.conversation.change", request);
    this.conversations.put(changed.conversation);
  }
}
