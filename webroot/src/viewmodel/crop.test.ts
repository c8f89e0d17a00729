import { describe, expect, it } from "vitest";
import { CENTRE, cropOf } from "./crop.ts";

describe("cropOf", () => {
  it("beginsWithTheMiddleOfWhatFits", () => {
    expect(cropOf(400, 200, CENTRE)).toEqual({ x: 100, y: 0, side: 200 });
    expect(cropOf(200, 400, CENTRE)).toEqual({ x: 0, y: 100, side: 200 });
  });

  it("neverLeavesThePicture", () => {
    for (const zoom of [0, 1, 1.5, 4]) {
      for (const across of [-1, 0, 0.3, 1, 2]) {
        for (const down of [-1, 0.7, 2]) {
          const { x, y, side } = cropOf(300, 170, { across, down, zoom });
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(x + side).toBeLessThanOrEqual(300);
          expect(y + side).toBeLessThanOrEqual(170);
        }
      }
    }
  });
});
