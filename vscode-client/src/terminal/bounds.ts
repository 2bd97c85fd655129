/** How much of a terminal is passed on: at most `RATE` bytes a second; of more, the middle is left out. */

/** Bytes (UTF-8) a second, of all terminals together. */
export const RATE = 256 * 1024;
/** Characters (UTF-16 units) of one execution that wait to be sent: its beginning and its latest. */
const HEAD = 32 * 1024;
const TAIL = 224 * 1024;

/** A piece to be sent; `skipped` characters were left out before it. */
export interface Part {
  readonly data: string;
  readonly skipped: number;
}

/** A bucket that fills by `RATE` bytes a second and holds those of one second. `now` is in milliseconds. */
export class Budget {
  private left = RATE;
  private since: number;

  constructor(now: number) {
    this.since = now;
  }

  /** Take so many bytes if they are there; more than the bucket holds is taken when it is full. */
  take(bytes: number, now: number): boolean {
    this.left = Math.min(RATE, this.left + (Math.max(0, now - this.since) * RATE) / 1_000);
    this.since = now;
    if (this.left < Math.min(bytes, RATE)) {
      return false;
    }
    this.left -= bytes;
    return true;
  }
}

/** What one execution has printed and was not sent yet, bounded. Never cuts a surrogate pair. */
export class Waiting {
  private head = "";
  private tail: string[] = [];
  private size = 0;
  private skipped = 0;
  private half = "";

  get empty(): boolean {
    return this.head === "" && this.size === 0;
  }

  /** Take what the terminal printed, cut anywhere. */
  add(data: string): void {
    data = this.half + data;
    this.half = "";
    if (isHighSurrogate(data, data.length - 1)) {
      this.half = data.slice(-1);
      data = data.slice(0, -1);
    }
    if (this.size === 0 && this.head.length < HEAD) {
      const end = boundary(data, Math.min(HEAD - this.head.length, data.length));
      this.head += data.slice(0, end);
      data = data.slice(end);
    }
    if (data !== "") {
      this.tail.push(data);
      this.size += data.length;
      if (this.size > 2 * TAIL) {
        this.shorten();
      }
    }
  }

  /** All that waits, at most two parts, the middle left out where there is too much; nothing waits afterwards. */
  takeAll(final = false): Part[] {
    if (final && this.half !== "") {
      this.tail.push(this.half);
      this.size += 1;
      this.half = "";
    }
    if (this.size > TAIL) {
      this.shorten();
    }
    const tail = this.tail.join("");
    const parts: Part[] = [];
    if (this.head !== "" && this.skipped === 0) {
      parts.push({ data: this.head + tail, skipped: 0 });
    } else {
      if (this.head !== "") {
        parts.push({ data: this.head, skipped: 0 });
      }
      if (tail !== "" || this.skipped > 0) {
        parts.push({ data: tail, skipped: this.skipped });
      }
    }
    this.head = "";
    this.tail = [];
    this.size = this.skipped = 0;
    return parts;
  }

  /** Bytes that `takeAll` would give. */
  bytes(): number {
    return Buffer.byteLength(this.head) + this.tail.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
  }

  /** Leave the oldest of the tail out, up to the end of a line where there is one. */
  private shorten(): void {
    const all = this.tail.join("");
    let start = boundary(all, all.length - TAIL);
    const line = all.indexOf("\n", start);
    if (line >= 0 && line < start + TAIL / 2) {
      start = line + 1;
    }
    this.skipped += start;
    this.tail = [all.slice(start)];
    this.size = all.length - start;
  }
}

/** `at`, or one before it where it would cut a surrogate pair. */
function boundary(text: string, at: number): number {
  return at > 0 && at < text.length && isHighSurrogate(text, at - 1) ? at - 1 : at;
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}
