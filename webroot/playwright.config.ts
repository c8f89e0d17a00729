import { defineConfig } from "@playwright/test";

const url = process.env["PARLEY_URL"] ?? "http://127.0.0.1:8080";
const executablePath = process.env["PARLEY_CHROMIUM"];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalTimeout: 9 * 60_000,
  workers: 1,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    baseURL: url,
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
