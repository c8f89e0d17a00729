import { describe, expect, it } from "vitest";
import { message } from "../testing/samples.ts";
import { MAX_KEPT, Timeline } from "./Timeline.ts";

const posted = (timeline: Timeline): number[] => timeline.messages.map((each) => each.posted);

describe("Timeline", () => {
  it("ordersByPostingWhateverTheOrderOfArrival", () => {
    const timeline = new Timeline();
    timeline.addPage([message(3), message(4)], false, undefined);
    timeline.put(message(7));
    timeline.put(message(5));
    expect(posted(timeline)).toEqual([3, 4, 5, 7]);
  });

  it("replacesACopyByANewerOneOnly", () => {
    const timeline = new Timeline();
    const edited = message(3, { changed: 9, content: { type: "text", text: "edited" } });
    timeline.put(edited);
    timeline.addPage([message(3), message(4)], false, undefined);
    expect(timeline.messages[0]).toBe(edited);
  });

  it("keepsWhatArrivedWhileTheNewestPageWasRead", () => {
    const timeline = new Timeline();
    timeline.put(message(12));
    timeline.addPage([message(10), message(11)], true, undefined);
    expect(posted(timeline)).toEqual([10, 11, 12]);
  });

  it("leavesOutWhatLiesBeforeItsBeginning", () => {
    const timeline = new Timeline();
    timeline.put(message(2, { changed: 12 }));
    timeline.addPage([message(10), message(11)], true, undefined);
    timeline.put(message(3, { changed: 13 }));
    expect(posted(timeline)).toEqual([10, 11]);
  });

  it("growsBackwardsByPagesWithoutHolesOrDoubles", () => {
    const timeline = new Timeline();
    timeline.addPage([message(10), message(11)], true, undefined);
    timeline.addPage([message(8), message(9)], true, 10);
    expect(posted(timeline)).toEqual([8, 9, 10, 11]);
    expect(timeline.more).toBe(true);
    timeline.addPage([message(1)], false, 8);
    expect(posted(timeline)).toEqual([1, 8, 9, 10, 11]);
    expect(timeline.more).toBe(false);
  });

  it("dropsAPageThatDoesNotJoinOn", () => {
    const timeline = new Timeline();
    timeline.addPage([message(10)], true, undefined);
    timeline.addPage([message(2)], true, 5);
    timeline.addPage([message(7)], true, undefined);
    expect(posted(timeline)).toEqual([10]);
    timeline.reset();
    timeline.addPage([message(9)], true, 10);
    expect(timeline.loaded).toBe(false);
  });

  it("letsTheOldestGoWhenThereAreTooMany", () => {
    const timeline = new Timeline();
    timeline.addPage([], false, undefined);
    for (let number = 1; number <= MAX_KEPT + 1; number += 1) {
      timeline.put(message(number));
    }
    timeline.trim();
    expect(timeline.messages.length).toBeLessThan(MAX_KEPT);
    expect(timeline.messages.at(-1)?.posted).toBe(MAX_KEPT + 1);
    expect(timeline.more).toBe(true);
    timeline.put(message(1, { changed: 99_999 }));
    expect(timeline.messages[0]?.posted).not.toBe(1);
  });
});
