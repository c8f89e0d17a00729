import { describe, expect, it } from "vitest";
import { sinceOf, timeOf } from "./times.ts";

describe("sinceOf", () => {
  const now = new Date(2026, 10, 20, 15, 30).getTime();
  const at = (day: number, hour = 12): number => new Date(2026, 10, day, hour, 40).getTime();

  it("tells a time today, its day too this week, and a date before", () => {
    expect(sinceOf(at(20), now)).toBe(timeOf(at(20)));
    expect(sinceOf(at(20, 0), now)).toBe(timeOf(at(20, 0)));
    expect(sinceOf(at(19, 23), now)).toBe(`yesterday, ${timeOf(at(19, 23))}`);
    expect(sinceOf(at(16), now)).toBe(`Monday, ${timeOf(at(16))}`);
    expect(sinceOf(at(3), now)).toMatch(/^(3 November|November 3)$/);
  });

  it("takes a clock that goes before for now", () => {
    expect(sinceOf(at(21), now)).toBe(timeOf(at(21)));
  });
});
