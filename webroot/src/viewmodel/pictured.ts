import type { ConversationId } from "../contract/generated.ts";
import type { AccountPort } from "../model/account.ts";
import type { Changes } from "../model/Changes.ts";
import type { Chat } from "../model/Chat.ts";
import { text } from "../text/en.ts";

/** Something of which there is a picture. */
export interface Pictured {
  /** Tells that `current` may be another one. */
  readonly changes: Changes;
  /** What is said once it is done. */
  readonly words: { readonly done: string; readonly removed: string };
  /** The hash of the picture that is there. */
  current(): string | undefined;
  change(painted: Blob): Promise<void>;
  remove(): Promise<void>;
}

/** My own picture. */
export function pictureOfMe(chat: Pick<Chat, "me" | "people">, account: AccountPort): Pictured {
  const { me, people } = chat;
  return {
    changes: people.changes,
    words: text.settings.picture,
    current: () => people.find(me.account)?.avatar,
    change: async (painted) => people.put(await account.changePicture(painted)),
    remove: async () => people.put(await account.removePicture()),
  };
}

/** The picture of a room or group. */
export function pictureOf(
  id: ConversationId,
  { conversations }: Pick<Chat, "conversations">,
  account: AccountPort,
): Pictured {
  return {
    changes: conversations.changes,
    words: text.groups.picture,
    current: () => conversations.get(id)?.avatar,
    change: async (painted) => conversations.put(await account.changePictureOf(id, painted)),
    remove: async () => conversations.put(await account.removePictureOf(id)),
  };
}
