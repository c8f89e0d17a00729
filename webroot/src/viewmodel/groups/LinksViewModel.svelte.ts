import type { ConversationId, Link, LinkId } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import type { NewId } from "../../model/ports.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";
import { joinPlace } from "../places.ts";
import type { Page } from "../ports.ts";

/** Links into a conversation: making, copying and revoking them. */
export class LinksViewModel {
  /** How many people a link may be for. */
  readonly numbers: readonly number[] = [1, 5, 10, 50, 100, 1_000];
  /** How many hours a link may be good for. */
  readonly lives: readonly number[] = [1, 24, 168, 720];
  uses = $state(10);
  hours = $state(168);
  busy = $state(false);
  problem = $state<string | undefined>();
  links = $state.raw<readonly Link[] | undefined>();
  /** The address that was made last; nobody can find it out again. */
  made = $state<string | undefined>();
  /** Whether it is in the clipboard; undefined until somebody wants it there. */
  copied = $state<boolean | undefined>();

  constructor(
    private readonly id: ConversationId,
    private readonly chat: Chat,
    private readonly page: Page,
    private readonly newId: NewId,
  ) {
    void this.load();
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      this.links = await this.chat.members.linksOf(this.id);
    });
  }

  async make(): Promise<void> {
    this.made = undefined;
    this.copied = undefined;
    await this.#attempt(async () => {
      const drawn = await this.page.drawSecret();
      if (drawn === undefined) {
        this.problem = text.groups.noSecrets;
        return;
      }
      const { hours, uses } = this;
      const link = this.newId();
      await this.chat.members.makeLink(this.id, { link, hash: drawn.hash, hours, uses });
      this.made = this.page.linkTo(joinPlace(link, drawn.secret));
      this.links = await this.chat.members.linksOf(this.id);
    });
  }

  async revoke(link: LinkId): Promise<void> {
    await this.#attempt(async () => {
      await this.chat.members.revokeLink(this.id, link);
      this.links = await this.chat.members.linksOf(this.id);
    });
  }

  /** True if the link is in the clipboard now. */
  async copy(): Promise<boolean> {
    const made = this.made;
    if (made === undefined) {
      return false;
    }
    const copied = await this.page.copy(made);
    this.copied = copied;
    return copied;
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
    } catch (cause) {
      const failure = Failure.from(cause);
      this.problem = failure.is("TOO_MANY")
        ? text.groups.tooManyLinks
        : failureText(failure.message);
    } finally {
      this.busy = false;
    }
  }
}
