import { describe, expect, it } from "vitest";
import { agentOf } from "./agents.ts";

const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
const PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15";

describe("agentOf", () => {
  it.each([
    [`${WINDOWS} Chrome/126.0.0.0 Safari/537.36`, "Chrome", "Windows"],
    [`${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`, "Edge", "Windows"],
    [`${WINDOWS} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0`, "Opera", "Windows"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox", "Linux"],
    [`${PHONE} (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1`, "Safari", "iPhone"],
    [`${PHONE} (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1`, "Chrome", "iPhone"],
    [
      "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Safari/537",
      "Samsung Internet",
      "Android",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605 Version/17.5 Safari/605.1.15",
      "Safari",
      "macOS",
    ],
  ])("tellsBrowserAndSystemOf %s", (userAgent, browser, system) => {
    expect(agentOf(userAgent)).toEqual({ browser, system });
  });

  it("guessesNothing", () => {
    expect(agentOf("curl/8.5.0")).toEqual({});
    expect(agentOf("")).toEqual({});
    expect(agentOf("Something (Linux)")).toEqual({ system: "Linux" });
  });
});
