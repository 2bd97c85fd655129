/**
 * Keeps one server running: restarts it with growing pauses when it ends, gives up when it ends again and again, and
 * queues at most one restart while another is under way. Knows nothing of VS Code.
 */

/** A server that runs; `ended` is settled when its process or its connection is gone. */
export interface Running {
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export type State =
  | { readonly kind: "stopped" }
  | { readonly kind: "starting" }
  | { readonly kind: "running" }
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly why: string };

/** There is no use in trying again before something else changes, for example because there is no Python. */
export class CannotStart extends Error {}

/** So many ends within `WINDOW` milliseconds are too many. */
export const MOST_ENDS = 5;
export const WINDOW = 60_000;
const PAUSES = [250, 1_000, 2_000, 4_000] as const;

export const GAVE_UP = `Its server ended ${MOST_ENDS} times within a minute, so it is not started again.`;

export class Supervisor<S extends Running> {
  private current: S | undefined;
  private ends: number[] = [];
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | undefined;
  private again = false;
  private disposed = false;
  private known: State = { kind: "stopped" };

  /** `start` makes a server or throws; `changed` is told of each new state. */
  constructor(
    private readonly start: () => Promise<S>,
    private readonly changed: (state: State) => void,
  ) {}

  get state(): State {
    return this.known;
  }

  /** The server, where one runs. */
  get running(): S | undefined {
    return this.current;
  }

  /** Start the server, or stop and start it; settled when that is done. What ended before is forgotten. */
  restart(): Promise<void> {
    this.ends = [];
    return this.run();
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    clearTimeout(this.timer);
    await this.underWay;
    await this.stopCurrent();
  }

  private run(): Promise<void> {
    clearTimeout(this.timer);
    if (this.underWay !== undefined) {
      this.again = true;
      return this.underWay;
    }
    this.underWay = this.turns().finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  private async turns(): Promise<void> {
    do {
      this.again = false;
      await this.stopCurrent();
      if (!this.disposed) {
        await this.startOnce();
      }
    } while (this.again && !this.disposed);
  }

  private async startOnce(): Promise<void> {
    this.set({ kind: "starting" });
    let session: S;
    try {
      session = await this.start();
    } catch (error) {
      if (error instanceof CannotStart) {
        this.set({ kind: "failed", why: error.message });
      } else {
        this.hasEnded();
      }
      return;
    }
    this.current = session;
    this.set({ kind: "running" });
    void session.ended.then(() => {
      if (this.current === session) {
        this.current = undefined;
        this.hasEnded();
      }
    });
  }

  private async stopCurrent(): Promise<void> {
    const session = this.current;
    this.current = undefined;
    if (session !== undefined) {
      await session.stop().catch(() => undefined);
      this.set({ kind: "stopped" });
    }
  }

  private hasEnded(): void {
    if (this.disposed) {
      return;
    }
    const now = Date.now();
    this.ends = [...this.ends.filter((moment) => now - moment < WINDOW), now];
    if (this.ends.length >= MOST_ENDS) {
      this.set({ kind: "failed", why: GAVE_UP });
      return;
    }
    this.set({ kind: "waiting" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), PAUSES[this.ends.length - 1] ?? 4_000);
  }

  private set(state: State): void {
    this.known = state;
    if (!this.disposed) {
      this.changed(state);
    }
  }
}
