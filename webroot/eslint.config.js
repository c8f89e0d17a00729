import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const BROWSER_ONLY = [
  "document",
  "window",
  "navigator",
  "location",
  "history",
  "localStorage",
  "sessionStorage",
  "fetch",
  "WebSocket",
  "setTimeout",
  "setInterval",
  "requestAnimationFrame",
];

/** Refuses every arrow but those of the layers: view, viewmodel, model, contract. */
function layer(folder, forbidden, why, globalsAllowed = false) {
  return {
    files: [`src/${folder}/**/*.{ts,svelte}`],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: forbidden.map((name) => `**/${name}/**`), message: why },
            { group: ["**/testing/**"], message: "Fakes are for tests." },
          ],
        },
      ],
      "no-restricted-globals": globalsAllowed
        ? "off"
        : [
            "error",
            ...BROWSER_ONLY.map((name) => ({
              name,
              message: "Reach the browser through a port that src/platform implements.",
            })),
          ],
    },
  };
}

export default ts.config(
  {
    ignores: ["node_modules/", "target/", "test-results/", "playwright-report/"],
  },
  { ignores: ["src/contract/generated.ts"] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        project: ["./tsconfig.json", "./tsconfig.node.json"],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: [".svelte"],
      },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-console": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "svelte/no-at-html-tags": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ["**/*.svelte"],
    rules: { "@typescript-eslint/no-confusing-void-expression": "off" },
  },
  layer(
    "model",
    ["net", "viewmodel", "view", "platform", "text"],
    "model knows the contract only; what it needs from outside is a port.",
  ),
  layer("net", ["viewmodel", "view", "platform", "text"], "net knows model and contract only."),
  layer("viewmodel", ["net", "view", "platform"], "viewmodel knows model, contract and text only."),
  layer("view", ["net", "model", "platform", "contract"], "view knows viewmodel only.", true),
  layer("platform", ["net", "view"], "platform implements the ports of model and viewmodel.", true),
  layer("text", ["net", "model", "viewmodel", "view", "platform"], "text knows nothing."),
  {
    files: ["*.config.*", "scripts/**", "e2e/**"],
    languageOptions: { globals: { ...globals.node } },
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    extends: [ts.configs.disableTypeChecked],
    rules: { "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
);
