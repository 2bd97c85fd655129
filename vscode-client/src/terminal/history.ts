/**
 * The latest output of each run, kept for a server that is started again and for "Diagnose Last Terminal Command".
 * A run is a terminal, a folder and a command line, as the server counts it. Knows nothing of VS Code.
 */

import type { Part } from "./bounds.js";

/** What is known of an execution when it begins. */
export interface Execution {
  readonly terminal: string;
  readonly execution: string;
  readonly command?: string;
  readonly cwd?: string;
  readonly shell?: string;
}

export interface Kept {
  readonly execution: Execution;
  parts: Part[];
  size: number;
  done: boolean;
  exitCode: number | undefined;
}

/** Runs that are kept, and characters of each. */
const RUNS = 40;
const SIZE = 256 * 1024;
/** Shorter parts are joined with what comes after them. */
const MERGED = 16 * 1024;

export class History {
  private readonly runs = new Map<string, Kept>();

  begin(execution: Execution): Kept {
    const kept: Kept = { execution, parts: [], size: 0, done: false, exitCode: undefined };
    const key = JSON.stringify([execution.terminal, execution.cwd ?? "", execution.command ?? ""]);
    this.runs.delete(key);
    this.runs.set(key, kept);
    for (const [old, run] of this.runs) {
      if (this.runs.size <= RUNS) {
        break;
      }
      if (run.done) {
        this.runs.delete(old);
      }
    }
    return kept;
  }

  add(kept: Kept, part: Part): void {
    const last = kept.parts.at(-1);
    if (last !== undefined && part.skipped === 0 && last.data.length < MERGED) {
      kept.parts[kept.parts.length - 1] = { data: last.data + part.data, skipped: last.skipped };
    } else {
      kept.parts.push(part);
    }
    kept.size += part.data.length;
    let skipped = 0;
    while (kept.size > SIZE && kept.parts.length > 1) {
      const oldest = kept.parts.shift() as Part;
      kept.size -= oldest.data.length;
      skipped += oldest.skipped + oldest.data.length;
    }
    const first = kept.parts[0];
    if (skipped > 0 && first !== undefined) {
      kept.parts[0] = { data: first.data, skipped: first.skipped + skipped };
    }
  }

  end(kept: Kept, exitCode: number | undefined): void {
    kept.done = true;
    kept.exitCode = exitCode;
  }

  /** All runs that are kept, in the order of their beginning. */
  all(): readonly Kept[] {
    return [...this.runs.values()];
  }

  /** The latest run, of a terminal where one is named. */
  latest(terminal?: string): Kept | undefined {
    return this.all().filter((kept) => terminal === undefined || kept.execution.terminal === terminal).at(-1);
  }
}

/** The text of a run, as far as it was kept. */
export function textOf(kept: Kept): string {
  return kept.parts.map((part) => (part.skipped > 0 ? `\n${part.data}` : part.data)).join("");
}
