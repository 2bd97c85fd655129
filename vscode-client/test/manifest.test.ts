import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { COMMANDS, NAME, OFFERED } from "../src/ids.js";

interface Manifest {
  readonly version: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { markdownDescription?: string }>> };
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const settings = manifest.contributes.configuration.properties;

describe("package.json", () => {
  it("has the server's version", () => {
    const python = readFileSync("../pyproject.toml", "utf8");
    expect(/^version = "(.*)"$/m.exec(python)?.[1]).toBe(manifest.version);
  });

  it("contributes the commands of the palette, and only those", () => {
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    const palette = Object.values(COMMANDS).filter((command) => !OFFERED.includes(command));
    expect([...contributed].sort()).toEqual([...palette].sort());
    for (const { command } of Object.values(manifest.contributes.menus).flat()) {
      expect(contributed).toContain(command);
    }
  });

  it("describes each setting, as the README does", () => {
    const readme = readFileSync("README.md", "utf8");
    const listed = [...readme.matchAll(/^\| `(tracemend\.[\w.]+)` \|/gm)].map((found) => found[1]);
    expect(listed).toEqual(Object.keys(settings));
    for (const [name, { markdownDescription }] of Object.entries(settings)) {
      expect(name.startsWith(`${NAME}.`)).toBe(true);
      expect(markdownDescription).toBeTruthy();
    }
  });

  it("is read by the code with the settings that it has", () => {
    const source = ["settings", "extension", "server/interpreter"]
      .map((name) => readFileSync(`src/${name}.ts`, "utf8"))
      .join("\n");
    const used = new Set([...source.matchAll(/setting(?:<[^>]*>)?\("([\w.]+)"/g)].map((found) => `${NAME}.${found[1]}`));
    expect([...used].sort()).toEqual(Object.keys(settings).sort());
  });

  it("waits for a Python file, a log or a terminal", () => {
    expect(manifest.activationEvents).toEqual(["onLanguage:python", "onLanguage:log", "onTerminalShellIntegration:*"]);
  });
});
