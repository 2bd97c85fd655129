import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { choose, prober, usual, versionIn, type Candidate } from "../src/server/python.js";

const START = path.resolve("bundled/start.py");
const named = (word: string): Candidate => ({ words: [word], label: `\`${word}\`` });

describe("choose", () => {
  it("takes the first that is new enough", async () => {
    const versions: Record<string, number[]> = { old: [3, 8, 18], good: [3, 10, 13], better: [3, 14, 0] };
    const found = await choose(["none", "old", "good", "better"].map(named), async ([word]) => versions[word] ?? "missing");
    expect(found).toEqual({ words: ["good"], version: "3.10.13" });
  });

  it("says what it found instead", async () => {
    const found = await choose([named("python3"), named("python")], async ([word]) =>
      word === "python3" ? [3, 8, 18] : "missing",
    );
    expect(found).toBe("It needs Python 3.10 or newer: `python3` is Python 3.8, `python` is not there.");
  });

  it("compares versions as numbers", async () => {
    expect(await choose([named("a")], async () => [3, 9, 0])).toContain("is Python 3.9");
    expect(await choose([named("a")], async () => [4, 0, 0])).toEqual({ words: ["a"], version: "4.0.0" });
    expect(await choose([named("a")], async () => [2, 17, 0])).toContain("is Python 2.17");
  });
});

describe("prober", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "tracemend-probe-"));
  const probe = prober(START, folder);

  it("asks a real Python", async () => {
    const version = execFileSync("python3", ["-c", "import sys; print(*sys.version_info[:3])"], { encoding: "utf8" });
    expect(await probe(["python3"])).toEqual(version.trim().split(" ").map(Number));
  });

  it("has no answer of what is not there, fails, or prints something else", async () => {
    expect(await probe([path.join(folder, "none")])).toBe("missing");
    for (const [name, body] of Object.entries({ fails: "exit 3", chats: "echo Python 3.12", silent: "exit 0" })) {
      const file = path.join(folder, name);
      writeFileSync(file, `#!/bin/sh\n${body}\n`);
      chmodSync(file, 0o755);
      expect(await probe([file])).toBe("failed");
    }
  });
});

describe("versionIn", () => {
  it("reads the probe's answer and nothing else", () => {
    expect(versionIn('{"version": [3, 11, 7]}')).toEqual([3, 11, 7]);
    for (const text of ["", "3.11", "{}", '{"version": []}', '{"version": ["3"]}', '{"version": "3.11"}', "null"]) {
      expect(versionIn(text)).toBeNull();
    }
  });
});

describe("usual", () => {
  it("has the launcher first on Windows", () => {
    expect(usual("win32")[0]?.words).toEqual(["py", "-3"]);
    expect(usual("linux")[0]?.words).toEqual(["python3"]);
  });
});
