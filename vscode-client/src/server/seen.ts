/**
 * Which of the server's diagnostics this window shows, and which it showed before. A server that is started again
 * is told all that the terminals printed; what had been taken away by then has to stay away. Knows nothing of VS Code.
 */

const MOST = 1_000;

export class Seen {
  private shown = new Map<string, ReadonlySet<string>>();
  private readonly retired = new Set<string>();
  private again: ((id: string) => void) | undefined;

  /** The server published these ids on a document. */
  published(uri: string, ids: readonly string[]): void {
    const now = new Set(ids.filter((id) => id !== ""));
    const before = this.shown.get(uri) ?? new Set();
    if (now.size > 0) {
      this.shown.set(uri, now);
    } else {
      this.shown.delete(uri);
    }
    for (const id of before) {
      if (!now.has(id) && this.again === undefined) {
        this.retired.add(id);
      }
    }
    for (const id of now) {
      if (this.again !== undefined && this.retired.has(id)) {
        this.again(id);
      } else {
        this.retired.delete(id);
      }
    }
    while (this.retired.size > MOST) {
      const [oldest] = this.retired;
      this.retired.delete(oldest as string);
    }
  }

  /** The user took an error away; its diagnostic goes in a moment. */
  dismissed(id: string): void {
    this.retired.add(id);
  }

  /**
   * A server begins that does not know what was taken away: `again` is called with each id that it publishes though
   * it was, until the function that is returned is called. The server that ended takes its diagnostics with it.
   */
  begin(again: (id: string) => void): () => void {
    this.shown = new Map();
    this.again = again;
    return () => {
      if (this.again === again) {
        this.again = undefined;
      }
    };
  }
}
