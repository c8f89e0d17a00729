import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationItem } from "../contract/generated.ts";
import type { Chat } from "../model/Chat.ts";
import { chatAt } from "../testing/chats.ts";
import { FakeAccount } from "../testing/FakeAccount.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeServer } from "../testing/FakeServer.ts";
import { FEED, OPEN, refusal, ROOM, summary } from "../testing/samples.ts";
import { text } from "../text/en.ts";
import { pictureOf } from "./pictured.ts";
import { PictureViewModel } from "./settings/PictureViewModel.svelte.ts";
import { faceOf } from "./titles.ts";

describe("the picture of a conversation", () => {
  const png = new Blob(["png"], { type: "image/png" });
  let server: FakeServer;
  let chat: Chat;
  let account: FakeAccount;
  let picture: PictureViewModel;

  beforeEach(async () => {
    server = new FakeServer();
    server.enter(ROOM, "Choir");
    chat = chatAt(server, new FakeClock());
    await settled();
    account = new FakeAccount();
    picture = new PictureViewModel(pictureOf(ROOM, chat, account));
  });

  /** The feed of the conversation tells that it shows another picture, or none. */
  function told(avatar: string | undefined): void {
    server.change(FEED, "conversation", (changed): ConversationItem => ({
      type: "conversation",
      changed,
      kind: "room",
      name: "Choir",
      memberCount: 2,
      policy: OPEN,
      ...(avatar === undefined ? {} : { avatar }),
    }));
  }

  const shown = (): string | undefined => {
    const conversation = chat.conversations.get(ROOM) ?? expect.fail("not there");
    return faceOf(chat, conversation).picture;
  };

  it("isShownAsSoonAsItIsStoredAndTakenAway", async () => {
    account.pictured = summary({ avatar: "hash", head: 3 });
    picture.choose({ width: 300, height: 200 });
    await picture.submit(png);
    expect([picture.current, shown()]).toEqual(["hash", "hash"]);
    expect(picture.told).toBe(text.groups.picture.done);
    account.pictured = summary({ head: 4 });
    await picture.remove();
    expect([picture.current, shown()]).toEqual([undefined, undefined]);
    expect(picture.told).toBe(text.groups.picture.removed);
    expect(account.asked).toEqual([`picture of ${ROOM} image/png`, `no picture of ${ROOM}`]);
  });

  it("followsTheFeedWhoeverChangesIt", () => {
    told("first");
    told("second");
    expect([picture.current, shown()]).toEqual(["second", "second"]);
    told(undefined);
    expect(shown()).toBeUndefined();
  });

  it("isNotReplacedByAnAnswerOlderThanTheFeed", async () => {
    told("first");
    told("second");
    account.pictured = summary({ avatar: "first", head: 1 });
    await picture.submit(png);
    expect(shown()).toBe("second");
  });

  it("saysWhatStoodInTheWay", async () => {
    picture.choose({ width: 3, height: 3 });
    for (const [failure, problem] of [
      [refusal("MALFORMED", "image"), text.settings.picture.unreadable],
      [refusal("FORBIDDEN"), text.failures.forbidden],
    ] as const) {
      account.failure = failure;
      await picture.submit(png);
      expect(picture.problem).toBe(problem);
      expect(picture.chosen).toBeDefined();
    }
    expect(shown()).toBeUndefined();
  });
});
