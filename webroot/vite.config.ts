import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const server = process.env["PARLEY_URL"] ?? "http://localhost:8080";

export default defineConfig({
  plugins: [svelte()],
  build: {
    // Where Maven packs from; the jar carries the client under webroot/.
    outDir: "target/classes/webroot",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: {
    proxy: {
      "/api": { target: server, changeOrigin: true },
      "/eventbus": { target: server, changeOrigin: true, ws: true },
    },
  },
  // Svelte's client runtime, not the one for rendering on a server.
  resolve: process.env["VITEST"] === undefined ? {} : { conditions: ["browser"] },
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
    restoreMocks: true,
    // Random histories take seconds where a build has to share its processors.
    testTimeout: 60_000,
  },
});
