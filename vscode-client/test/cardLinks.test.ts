import { describe, expect, it } from "vitest";

import { withFileLinks } from "../src/cardLinks.js";

describe("withFileLinks", () => {
  it("makes links to files begin at the workspace's folder", () => {
    expect(withFileLinks("- [a\\_b.py:7](file:///w/src/a_b.py#L7) in `f`", "/w")).toBe(
      "- [a\\_b.py:7](/src/a_b.py#L7) in `f`",
    );
    expect(withFileLinks("[lib.py](file:///usr/lib/lib.py#L2)", "/w/x")).toBe("[lib.py](/../../usr/lib/lib.py#L2)");
    expect(withFileLinks("[s](file:///w/my%20file%28.py)", "/w")).toBe("[s](/my%20file%28.py)");
  });

  it("leaves other links alone", () => {
    const text = "[docs](https://docs.python.org/3/#L1) `[x](file:` (file:///w/a.py)";
    expect(withFileLinks(text, "/w")).toBe(text);
  });

  it("keeps the text where there is no folder, or another drive", () => {
    expect(withFileLinks("[a.py:1](file:///w/a.py#L1)", undefined)).toBe("a.py:1");
    expect(withFileLinks("[a.py:1](file:///d:/a.py#L1)", "/c:/work")).toBe("a.py:1");
    expect(withFileLinks("[a.py:1](file:///c%3A/work/a.py#L1)", "/C:/work")).toBe("[a.py:1](/a.py#L1)");
  });
});
