import { beforeEach, describe, expect, it } from "vitest";
import type { ListRooms, RoomPage } from "../contract/generated.ts";
import { Chat } from "../model/Chat.ts";
import { Failure } from "../model/Failure.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeServer } from "../testing/FakeServer.ts";
import { MemoryCacheStore } from "../testing/MemoryCacheStore.ts";
import { keptInMemory } from "../testing/MemoryOutboxStore.ts";
import { counting, ME, refusal, ROOM, silent } from "../testing/samples.ts";
import { text } from "../text/en.ts";
import { CreateRoomViewModel } from "./CreateRoomViewModel.svelte.ts";
import { DirectoryViewModel } from "./DirectoryViewModel.svelte.ts";

describe("DirectoryViewModel", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let chat: Chat;
  let opened: string[];
  let answer: (asked: ListRooms) => RoomPage | Promise<RoomPage>;

  beforeEach(() => {
    clock = new FakeClock();
    server = new FakeServer();
    opened = [];
    const bus = server.bus;
    chat = new Chat(ME, {
      bus,
      clock,
      random: () => 0.5,
      newId: counting("id"),
      log: silent,
      unsent: keptInMemory(),
      cache: new MemoryCacheStore(),
      notMine: () => undefined,
    });
    bus.answer("chat.room.list", (asked) => answer(asked));
  });

  const room = (name: string): RoomPage["rooms"][number] => ({
    conversation: name,
    name,
    memberCount: 1,
    joined: false,
  });
  const open = async (): Promise<DirectoryViewModel> => {
    const directory = new DirectoryViewModel(chat, clock, (id) => opened.push(id));
    await settled();
    return directory;
  };
  const names = (directory: DirectoryViewModel): string[] =>
    directory.rooms.map(({ name }) => name);

  it("showsPageAfterPage", async () => {
    answer = ({ after }) =>
      after === undefined ? { rooms: [room("a")], next: "cursor" } : { rooms: [room("b")] };
    const directory = await open();
    expect(names(directory)).toEqual(["a"]);
    directory.showMore();
    await settled();
    expect(names(directory)).toEqual(["a", "b"]);
    expect(directory.more).toBe(false);
  });

  it("searchesOnceTypingPausesAndDropsLateAnswers", async () => {
    answer = () => ({ rooms: [] });
    const directory = await open();
    let late: (page: RoomPage) => void = () => undefined;
    answer = ({ query }) =>
      query === "d" ? new Promise((resolve) => (late = resolve)) : { rooms: [room("design")] };
    directory.query = "d";
    await clock.pass(300);
    directory.query = "de";
    directory.query = "des";
    await clock.pass(300);
    late({ rooms: [room("dogs")] });
    await settled();
    expect(names(directory)).toEqual(["design"]);
    expect(server.bus.bodiesOf("chat.room.list").map(({ query }) => query)).toEqual([
      undefined,
      "d",
      "des",
    ]);
  });

  it("opensARoomAfterJoiningIt", async () => {
    answer = () => ({ rooms: [room(ROOM)] });
    const directory = await open();
    server.enter(ROOM);
    expect(directory.isMine(ROOM)).toBe(false);
    await directory.join(ROOM);
    expect(directory.isMine(ROOM)).toBe(true);
    expect(opened).toEqual([ROOM]);
  });

  it("saysWhenItCannotBeRead", async () => {
    answer = () => Promise.reject(Failure.unavailable("deadline"));
    const directory = await open();
    expect(directory.problem).toBe(text.failures.unavailable);
    expect(directory.loading).toBe(false);
  });

  it("makesOneRoomHoweverOftenItIsTried", async () => {
    let failing = true;
    server.bus.answer("chat.room.create", ({ conversation, name }) => {
      if (failing) {
        throw Failure.unavailable("deadline");
      }
      server.enter(conversation, name);
      return { room: server.summaryOf(conversation) };
    });
    const form = new CreateRoomViewModel(chat, counting("room-"), (id) => opened.push(id));
    form.name = "x";
    await form.submit();
    expect(form.nameProblem).toBe(text.failures.name);
    form.name = " Design ";
    await form.submit();
    expect(form.problem).toBe(text.failures.unavailable);
    failing = false;
    await form.submit();
    const asked = server.bus.bodiesOf("chat.room.create");
    expect(asked.map(({ conversation, name }) => [conversation, name])).toEqual([
      ["room-1", "Design"],
      ["room-1", "Design"],
    ]);
    expect(opened).toEqual(["room-1"]);
  });

  it("saysThatANameIsTaken", async () => {
    server.bus.answer("chat.room.create", () => {
      throw refusal("NAME_TAKEN");
    });
    const form = new CreateRoomViewModel(chat, counting("room-"), (id) => opened.push(id));
    form.name = "Design";
    await form.submit();
    expect(form.nameProblem).toBe(text.failures.roomTaken);
    expect(opened).toEqual([]);
  });
});
