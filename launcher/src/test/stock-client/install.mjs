// Runs `npm ci` unless node_modules was installed from this very lock file by this Node version.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const stampFile = join(root, "node_modules", ".parley-stamp");

const stamp = createHash("sha256")
  .update(process.version)
  .update(process.platform + process.arch)
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");

if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  execFileSync(npm, ["ci", "--loglevel=error"], { cwd: root, stdio: "inherit" });
  writeFileSync(stampFile, stamp);
}
