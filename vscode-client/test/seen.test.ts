import { describe, expect, it } from "vitest";

import { Seen } from "../src/server/seen.js";

describe("Seen", () => {
  it("takes away again what was gone before the server began anew, and nothing else", () => {
    const seen = new Seen();
    seen.published("file:///a.py", ["kept", "mended"]);
    seen.published("file:///a.py", ["kept"]);
    const again: string[] = [];
    const over = seen.begin((id) => again.push(id));
    seen.published("file:///a.py", ["kept", "mended", "new"]);
    expect(again).toEqual(["mended"]);
    over();
    seen.published("file:///a.py", ["kept", "mended"]); // the program was run again, and failed so again
    expect(again).toEqual(["mended"]);
  });

  it("keeps what is dismissed, also at the moment of the end", () => {
    const seen = new Seen();
    seen.published("file:///a.py", ["one", "two"]);
    seen.dismissed("one");
    const again: string[] = [];
    seen.begin((id) => again.push(id));
    seen.published("file:///a.py", ["one", "two"]);
    expect(again).toEqual(["one"]);
  });

  it("remembers it over several ends", () => {
    const seen = new Seen();
    seen.published("file:///a.py", ["one"]);
    seen.published("file:///a.py", []);
    for (let turn = 0; turn < 3; turn += 1) {
      const again: string[] = [];
      const over = seen.begin((id) => again.push(id));
      seen.published("file:///a.py", ["one"]);
      expect(again).toEqual(["one"]);
      seen.published("file:///a.py", []);
      over();
    }
  });

  it("forgets what comes back by itself", () => {
    const seen = new Seen();
    seen.published("file:///a.py", ["one"]);
    seen.published("file:///a.py", []);
    seen.published("file:///a.py", ["one"]);
    const again: string[] = [];
    seen.begin((id) => again.push(id));
    seen.published("file:///a.py", ["one"]);
    expect(again).toEqual([]);
  });
});
