import { describe, expect, it } from "vitest";

import { withoutKeeping } from "../src/terminal/stream.js";

/** Keeps what it gave, and makes a new list now and then, as VS Code's AsyncIterableObject does. */
class Keeping {
  results: string[] = [];

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (let index = 0; index < 5; index += 1) {
      this.results = [...this.results, `piece ${index}`];
      yield this.results[index] as string;
    }
  }
}

async function all(stream: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const piece of withoutKeeping(stream)) {
    found.push(piece);
  }
  return found;
}

const PIECES = ["piece 0", "piece 1", "piece 2", "piece 3", "piece 4"];

describe("withoutKeeping", () => {
  it("gives every piece and lets go of it", async () => {
    const stream = new Keeping();
    expect(await all(stream)).toEqual(PIECES);
    expect(stream.results.join("")).toBe("");
  });

  it("leaves other streams as they are", async () => {
    async function* plain(): AsyncGenerator<string> {
      yield* PIECES;
    }
    expect(await all(plain())).toEqual(PIECES);
    const other = Object.assign(new Keeping(), { names: ["a", "piece 0"] });
    await all(other);
    expect(other.names).toEqual(["a", "piece 0"]);
  });
});
