/** Which Python runs the server: the first that is there and new enough. Knows nothing of VS Code. */

import { execFile } from "node:child_process";

/** The oldest Python that the server runs on. */
export const OLDEST: readonly [number, number] = [3, 10];

/** A Python to try: the words that start it, and what to call it in a message. */
export interface Candidate {
  readonly words: readonly [string, ...string[]];
  readonly label: string;
}

export interface Found {
  readonly words: readonly [string, ...string[]];
  readonly version: string;
}

/** What became of a candidate: its version, or why there is none. */
export type Probe = (words: readonly [string, ...string[]]) => Promise<readonly number[] | "missing" | "failed">;

/** The first candidate that can be used, or a sentence that says what was found instead. */
export async function choose(candidates: readonly Candidate[], probe: Probe): Promise<Found | string> {
  const told: string[] = [];
  for (const { words, label } of candidates) {
    const version = await probe(words);
    if (typeof version === "string") {
      told.push(version === "missing" ? `${label} is not there` : `${label} does not run`);
      continue;
    }
    const [major = 0, minor = 0] = version;
    if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
      return { words, version: version.slice(0, 3).join(".") };
    }
    told.push(`${label} is Python ${major}.${minor}`);
  }
  return `It needs Python ${OLDEST.join(".")} or newer: ${told.join(", ")}.`;
}

const PATIENCE = 10_000;

/** Asks a Python for its version by running `start` (bundled/start.py) with `--probe`, isolated from all settings. */
export function prober(start: string, folder: string): Probe {
  return ([program, ...rest]) =>
    new Promise((resolve) => {
      const options = { cwd: folder, timeout: PATIENCE, windowsHide: true, maxBuffer: 64 * 1024 };
      // Without -I: Python 2 does not know it, and would not say its version.
      execFile(program, [...rest, "-E", "-S", start, "--probe"], options, (error, out) => {
        const version = error === null ? versionIn(out) : null;
        resolve(version ?? (error !== null && "code" in error && error.code === "ENOENT" ? "missing" : "failed"));
      });
    });
}

/** The version in what the probe printed, `{"version": [3, 11, 7], ...}`; null for anything else. */
export function versionIn(printed: string): readonly number[] | null {
  try {
    const answer: unknown = JSON.parse(printed);
    const version = typeof answer === "object" && answer !== null && "version" in answer ? answer.version : null;
    return Array.isArray(version) && version.length > 0 && version.every(Number.isInteger) ? version : null;
  } catch {
    return null;
  }
}

/** The Pythons that a system usually has on its PATH. */
export function usual(platform: NodeJS.Platform): readonly Candidate[] {
  const python3: Candidate = { words: ["python3"], label: "`python3`" };
  const python: Candidate = { words: ["python"], label: "`python`" };
  return platform === "win32" ? [{ words: ["py", "-3"], label: "`py -3`" }, python, python3] : [python3, python];
}
