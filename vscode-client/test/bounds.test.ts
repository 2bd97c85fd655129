import { describe, expect, it } from "vitest";

import { Budget, RATE, Waiting, type Part } from "../src/terminal/bounds.js";

const joined = (parts: readonly Part[]): string => parts.map((part) => part.data).join("");

describe("Waiting", () => {
  it("gives back what it took", () => {
    const waiting = new Waiting();
    waiting.add("one ");
    waiting.add("two\n");
    expect(waiting.takeAll()).toEqual([{ data: "one two\n", skipped: 0 }]);
    expect(waiting.empty).toBe(true);
    expect(waiting.takeAll()).toEqual([]);
  });

  it("keeps the beginning and the latest of too much, and says how much it left out", () => {
    const waiting = new Waiting();
    const lines = Array.from({ length: 200_000 }, (_, index) => `line ${index}\n`);
    for (const line of lines) {
      waiting.add(line);
    }
    const whole = lines.join("");
    const parts = waiting.takeAll();
    expect(parts).toHaveLength(2);
    const [head, tail] = parts as [Part, Part];
    expect(head.skipped).toBe(0);
    expect(whole.startsWith(head.data)).toBe(true);
    expect(whole.endsWith(tail.data)).toBe(true);
    expect(head.data.length + tail.skipped + tail.data.length).toBe(whole.length);
    expect(joined(parts).length).toBeLessThanOrEqual(256 * 1024);
    expect(tail.data).toMatch(/^line \d+\n/);
  });

  it("holds no more than it needs to while much comes", () => {
    const waiting = new Waiting();
    for (let index = 0; index < 2_000; index += 1) {
      waiting.add("x".repeat(65_536));
      expect(waiting.bytes()).toBeLessThan(600 * 1024);
    }
  });

  it("never cuts a surrogate pair, wherever pieces and bounds fall", () => {
    const whole = "a" + "🐍".repeat(300_000);
    for (const size of [1, 3, 1_001, 65_537]) {
      const waiting = new Waiting();
      for (let at = 0; at < whole.length; at += size) {
        waiting.add(whole.slice(at, at + size));
      }
      const parts = waiting.takeAll(true);
      for (const { data } of parts) {
        expect(() => encodeURIComponent(data)).not.toThrow(); // as it does for half of a pair
      }
      expect(parts.reduce((sum, part) => sum + part.skipped + part.data.length, 0)).toBe(whole.length);
    }
  });

  it("holds half of a pair back until the other half comes, and lets it go at the end", () => {
    const waiting = new Waiting();
    waiting.add("a\ud83d");
    expect(joined(waiting.takeAll())).toBe("a");
    waiting.add("\udc0d");
    expect(joined(waiting.takeAll())).toBe("🐍");
    waiting.add("b\ud83d");
    expect(joined(waiting.takeAll(true))).toBe("b\ud83d");
  });
});

describe("Budget", () => {
  it("lets a second's bytes through at once, and then so many a second", () => {
    const budget = new Budget(0);
    expect(budget.take(RATE, 0)).toBe(true);
    expect(budget.take(1, 0)).toBe(false);
    expect(budget.take(RATE / 2, 500)).toBe(true);
    expect(budget.take(RATE / 2, 900)).toBe(false);
    expect(budget.take(RATE / 2, 1_000)).toBe(true);
  });

  it("keeps to the rate over time", () => {
    const budget = new Budget(0);
    let sent = 0;
    for (let now = 0; now <= 60_000; now += 10) {
      if (budget.take(10_000, now)) {
        sent += 10_000;
      }
    }
    expect(sent).toBeLessThanOrEqual(61 * RATE);
    expect(sent).toBeGreaterThan(55 * RATE);
  });

  it("takes what is larger than it holds once it is full", () => {
    const budget = new Budget(0);
    expect(budget.take(2 * RATE, 0)).toBe(true);
    expect(budget.take(1, 900)).toBe(false);
    expect(budget.take(1, 1_100)).toBe(true);
  });

  it("is not confused by a clock that is set back", () => {
    const budget = new Budget(10_000);
    expect(budget.take(RATE, 5_000)).toBe(true);
    expect(budget.take(RATE / 2, 5_500)).toBe(true);
  });
});
