import { describe, expect, it } from "vitest";
import { inviteIn, invitePlace, parsePlace, roomPlace, SETTINGS } from "./places.ts";

const CODE = "abcdefghijklmnopqrstuvwxyz_-0123";
const ROOM = "0190a000-0000-7000-8000-000000000001";

describe("places", () => {
  it("areReadAsTheyAreWritten", () => {
    expect(parsePlace(SETTINGS)).toEqual({ kind: "settings" });
    expect(parsePlace(roomPlace(ROOM))).toEqual({ kind: "room", id: ROOM });
    expect(parsePlace(invitePlace(CODE))).toEqual({ kind: "invite", code: CODE });
    expect(parsePlace("settings/more")).toEqual({ kind: "start" });
    expect(parsePlace("invite/")).toEqual({ kind: "start" });
  });

  it("cutCodesThatAreNone", () => {
    const place = parsePlace(invitePlace("x".repeat(5_000)));
    expect(place.kind === "invite" && place.code.length).toBe(64);
  });

  it("findTheCodeInALinkOrAlone", () => {
    expect(inviteIn(` https://parley.example/#/${invitePlace(CODE)} `)).toBe(CODE);
    expect(inviteIn(`#/${invitePlace(CODE)}`)).toBe(CODE);
    expect(inviteIn(` ${CODE}\n`)).toBe(CODE);
  });
});
