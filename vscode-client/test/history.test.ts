import { describe, expect, it } from "vitest";

import { History, textOf } from "../src/terminal/history.js";

const run = (terminal: string, command?: string): { terminal: string; execution: string; command?: string } => ({
  terminal,
  execution: `${terminal}${command}`,
  ...(command !== undefined && { command }),
});

describe("History", () => {
  it("keeps what a run printed, and whether it is over", () => {
    const history = new History();
    const kept = history.begin(run("1", "python a.py"));
    history.add(kept, { data: "one\n", skipped: 0 });
    history.add(kept, { data: "two\n", skipped: 0 });
    history.end(kept, 1);
    expect(history.all()).toEqual([kept]);
    expect(textOf(kept)).toBe("one\ntwo\n");
    expect([kept.done, kept.exitCode]).toEqual([true, 1]);
    expect(kept.parts).toHaveLength(1);
  });

  it("replaces a run by the next of the same", () => {
    const history = new History();
    history.begin(run("1", "python a.py"));
    const other = history.begin(run("1", "python b.py"));
    const again = history.begin(run("1", "python a.py"));
    expect(history.all()).toEqual([other, again]);
    expect(history.latest()).toBe(again);
  });

  it("knows the latest of a terminal", () => {
    const history = new History();
    const first = history.begin(run("1", "a"));
    const second = history.begin(run("2", "b"));
    expect(history.latest("1")).toBe(first);
    expect(history.latest("2")).toBe(second);
    expect(history.latest("3")).toBeUndefined();
  });

  it("is bounded: the latest of a long run, the latest of many runs", () => {
    const history = new History();
    const kept = history.begin(run("1", "server"));
    for (let index = 0; index < 1_000; index += 1) {
      history.add(kept, { data: `${index}\n`.repeat(2_000), skipped: 0 });
    }
    expect(kept.size).toBeLessThan(300 * 1024);
    expect(textOf(kept).endsWith("999\n")).toBe(true);
    expect(kept.parts[0]?.skipped).toBeGreaterThan(1_000_000);
    for (let index = 0; index < 500; index += 1) {
      history.end(history.begin(run("1", `python ${index}.py`)), 0);
    }
    expect(history.all().length).toBeLessThanOrEqual(41);
    expect(history.all()).toContain(kept); // it goes on, and its output goes on coming
  });

  it("says that something was left out where parts are joined", () => {
    const history = new History();
    const kept = history.begin(run("1"));
    history.add(kept, { data: "head", skipped: 0 });
    history.add(kept, { data: "tail", skipped: 7 });
    history.add(kept, { data: " more", skipped: 0 });
    expect(kept.parts).toEqual([
      { data: "head", skipped: 0 },
      { data: "tail more", skipped: 7 },
    ]);
    expect(textOf(kept)).toBe("head\ntail more");
  });
});
