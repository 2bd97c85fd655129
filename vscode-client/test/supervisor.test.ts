import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { CannotStart, GAVE_UP, Supervisor, WINDOW, type Running, type State } from "../src/server/supervisor.js";

class Server implements Running {
  stopped = false;
  end!: () => void;
  readonly ended = new Promise<void>((resolve) => (this.end = resolve));

  async stop(): Promise<void> {
    this.stopped = true;
    this.end();
  }
}

let servers: Server[];
let states: State["kind"][];
let starts: () => Promise<Server>;

function make(): Supervisor<Server> {
  return new Supervisor(() => starts(), (state) => states.push(state.kind));
}

const settle = (milliseconds = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  servers = [];
  states = [];
  starts = async () => {
    const server = new Server();
    servers.push(server);
    return server;
  };
});
afterEach(() => vi.useRealTimers());

describe("Supervisor", () => {
  it("starts, and stops what it started", async () => {
    const one = make();
    await one.restart();
    expect(states).toEqual(["starting", "running"]);
    expect(one.running).toBe(servers[0]);
    await one.dispose();
    expect(servers[0]?.stopped).toBe(true);
    await settle(WINDOW);
    expect(servers).toHaveLength(1);
  });

  it("starts a server that ended again, after a pause that grows", async () => {
    const one = make();
    await one.restart();
    const pauses: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      servers.at(-1)?.end();
      const before = servers.length;
      let waited = 0;
      while (servers.length === before) {
        await settle(50);
        waited += 50;
      }
      pauses.push(waited);
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses[0]).toBeLessThan(500);
    expect(pauses.at(-1)).toBeGreaterThan(3_000);
    expect(one.state.kind).toBe("running");
  });

  it("gives up at the fifth end within a minute, once", async () => {
    const one = make();
    await one.restart();
    for (let index = 0; index < 5; index += 1) {
      servers.at(-1)?.end();
      await settle(4_500);
    }
    expect(one.state).toEqual({ kind: "failed", why: GAVE_UP });
    expect(servers).toHaveLength(5);
    await settle(10 * WINDOW);
    expect(servers).toHaveLength(5);
    expect(states.filter((kind) => kind === "failed")).toHaveLength(1);
    await one.restart();
    expect(one.state.kind).toBe("running");
  });

  it("goes on for ever where the ends are minutes apart", async () => {
    const one = make();
    await one.restart();
    for (let index = 0; index < 20; index += 1) {
      await settle(WINDOW);
      servers.at(-1)?.end();
      await settle(1_000);
    }
    expect(one.state.kind).toBe("running");
  });

  it("queues at most one restart", async () => {
    const release: (() => void)[] = [];
    starts = async () => {
      await new Promise<void>((resolve) => release.push(resolve));
      const server = new Server();
      servers.push(server);
      return server;
    };
    const one = make();
    const all = [one.restart(), one.restart(), one.restart(), one.restart()];
    await settle();
    expect(release).toHaveLength(1);
    release[0]?.();
    await settle();
    expect(release).toHaveLength(2);
    release[1]?.();
    await Promise.all(all);
    expect(servers).toHaveLength(2);
    expect(servers[0]?.stopped).toBe(true);
    expect(one.running).toBe(servers[1]);
  });

  it("does not try again where it cannot start", async () => {
    starts = async () => {
      throw new CannotStart("There is no Python.");
    };
    const one = make();
    await one.restart();
    expect(one.state).toEqual({ kind: "failed", why: "There is no Python." });
    await settle(WINDOW);
    expect(states).toEqual(["starting", "failed"]);
  });

  it("counts a start that fails as an end", async () => {
    let tries = 0;
    starts = async () => {
      tries += 1;
      throw new Error("ended while it was started");
    };
    const one = make();
    await one.restart();
    await settle(WINDOW);
    expect(tries).toBe(5);
    expect(one.state).toEqual({ kind: "failed", why: GAVE_UP });
  });

  it("starts none that came too late when it is disposed of", async () => {
    const one = make();
    await one.restart();
    servers[0]?.end();
    await settle(10);
    await one.dispose();
    await settle(WINDOW);
    expect(servers).toHaveLength(1);
  });
});
