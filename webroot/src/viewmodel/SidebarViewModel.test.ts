import { describe, expect, it } from "vitest";
import { chatAt } from "../testing/chats.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeDrafts, FakePage } from "../testing/FakePage.ts";
import { FakeServer } from "../testing/FakeServer.ts";
import { FakeSight } from "../testing/FakeSight.ts";
import { ROOM } from "../testing/samples.ts";
import { ConversationViewModel } from "./ConversationViewModel.svelte.ts";
import { SidebarViewModel } from "./SidebarViewModel.ts";

describe("SidebarViewModel", () => {
  it("tellsTheWordsOfMessagesWithoutTheirMarkdownAndSoDoesTheAnnouncement", async () => {
    const clock = new FakeClock();
    const server = new FakeServer();
    server.enter(ROOM, "Room");
    server.post(ROOM, "anna", "anna-1", "Hello");
    const chat = chatAt(server, clock);
    await settled();
    const sidebar = new SidebarViewModel(chat, new FakeSight(), () => clock.now());
    const conversation = new ConversationViewModel(ROOM, chat, new FakePage(), new FakeDrafts());
    await settled();
    server.post(ROOM, "anna", "anna-2", "**Now**\n- `one`\n- [two](https://example.org)");
    await settled();
    expect(sidebar.rows.map(({ snippet }) => snippet)).toEqual([
      expect.stringMatching(/: Now one two$/),
    ]);
    expect(conversation.announcement).toMatch(/: Now one two$/);
    conversation.dispose();
  });
});
