// Two bundles: what activation needs, and the protocol's client, which is loaded when the server is started.
import { build } from "esbuild";

await build({
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
  sourcemap: false,
  logLevel: "warning",
});
