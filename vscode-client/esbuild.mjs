// Two bundles: what activation needs, and the protocol's client, which is loaded when the server is started; beside them
// the licences of the packages that are inside.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { build } from "esbuild";

const { metafile } = await build({
  entryPoints: ["src/extension.ts", "src/server/languageClient.ts"],
  outdir: "dist",
  entryNames: "[name]",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode", "./languageClient.js"],
  supported: { "dynamic-import": false },
  minify: true,
  metafile: true,
  logLevel: "warning",
});

const folders = new Set(
  Object.keys(metafile.inputs)
    .map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
    .filter((folder) => folder !== undefined),
);
const notices = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) {
    throw new Error(`${name} has no licence file; without it the package must not be passed on`);
  }
  return `${name} ${version} (${license})\n\n${readFileSync(path.join(folder, file), "utf8").trim()}\n`;
});
writeFileSync("dist/licences.txt", notices.join(`\n${"-".repeat(80)}\n\n`));
