/** Passes on what the integrated terminals print, by shell integration, to whoever takes it: bounded, in order. */

import * as vscode from "vscode";

import { Budget, Waiting, type Part } from "./bounds.js";
import { History, type Execution, type Kept } from "./history.js";
import { withoutKeeping } from "./stream.js";

/** The params of `tracemend/terminalOutput`. */
export interface TerminalOutput extends Execution {
  readonly data: string;
  readonly skipped?: number;
  readonly exitCode?: number;
  readonly done: boolean;
}

/** Milliseconds from a piece's coming to its sending, and until the next try where there was too much. */
const SOON = 25;
const LATER = 100;
/** Milliseconds that the end of a command waits for the rest of its output. */
const PATIENCE = 2_000;

interface Flow {
  readonly kept: Kept;
  readonly waiting: Waiting;
  read: Promise<void>;
  ended: { readonly exitCode: number | undefined } | undefined;
  closed: boolean;
}

export class TerminalForwarder implements vscode.Disposable {
  readonly history = new History();
  private readonly terminals = new Map<vscode.Terminal, string>();
  private readonly flows = new Map<vscode.TerminalShellExecution, Flow>();
  private readonly budget = new Budget(Date.now());
  private readonly listeners: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  private count = 0;

  /** `send` takes a piece; it may be called while no server runs, what it is given is in `history` then. */
  constructor(
    private readonly send: (output: TerminalOutput) => void,
    private readonly enabled: () => boolean,
  ) {
    this.listeners = [
      vscode.window.onDidStartTerminalShellExecution((event) => this.begin(event)),
      vscode.window.onDidEndTerminalShellExecution((event) => void this.end(event.execution, event.exitCode)),
      vscode.window.onDidCloseTerminal((terminal) => this.close(terminal)),
    ];
  }

  /** The name of a terminal in what is sent. */
  nameOf(terminal: vscode.Terminal): string {
    let name = this.terminals.get(terminal);
    if (name === undefined) {
      name = String(++this.count);
      this.terminals.set(terminal, name);
    }
    return name;
  }

  /** The terminal of a name, while it is open. */
  named(name: string): vscode.Terminal | undefined {
    return [...this.terminals].find(([, known]) => known === name)?.[0];
  }

  /** Whether a command runs in a terminal, as far as shell integration tells. */
  isBusy(terminal: vscode.Terminal): boolean {
    const name = this.nameOf(terminal);
    return [...this.flows.values()].some((flow) => flow.kept.execution.terminal === name && flow.ended === undefined);
  }

  /** Everything that is kept, to be sent to a server that has just been started. */
  replay(): void {
    for (const kept of this.history.all()) {
      const parts: readonly Part[] = kept.parts.length > 0 ? kept.parts : [{ data: "", skipped: 0 }];
      parts.forEach((part, index) => {
        this.pass(kept, part, kept.done && index === parts.length - 1);
      });
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) {
      listener.dispose();
    }
  }

  private begin({ terminal, execution, shellIntegration }: vscode.TerminalShellExecutionStartEvent): void {
    // What the command prints is lost unless it is asked for in this very call.
    const stream = execution.read();
    this.endAll(terminal); // the end of the one before was missed, if it was
    const command = execution.commandLine.value.trim();
    const cwd = (execution.cwd ?? shellIntegration.cwd)?.fsPath;
    const shell = shellOf(terminal);
    const kept = this.history.begin({
      terminal: this.nameOf(terminal),
      execution: String(++this.count),
      ...(command !== "" && { command }),
      ...(cwd !== undefined && { cwd }),
      ...(shell !== undefined && { shell }),
    });
    const flow: Flow = {
      kept,
      waiting: new Waiting(),
      read: Promise.resolve(),
      ended: undefined,
      closed: false,
    };
    this.flows.set(execution, flow);
    flow.read = this.pump(flow, stream);
  }

  private async pump(flow: Flow, stream: AsyncIterable<string>): Promise<void> {
    for await (const data of withoutKeeping(stream)) {
      if (flow.closed) {
        return;
      }
      flow.waiting.add(data);
      this.flushIn(SOON);
    }
  }

  private async end(execution: vscode.TerminalShellExecution, exitCode: number | undefined): Promise<void> {
    const flow = this.flows.get(execution);
    if (flow === undefined) {
      return;
    }
    flow.ended = { exitCode };
    // The event may come before the last of the output does.
    await Promise.race([flow.read, new Promise((resolve) => setTimeout(resolve, PATIENCE))]).catch(() => undefined);
    flow.closed = true;
    this.flush();
  }

  private close(terminal: vscode.Terminal): void {
    this.endAll(terminal);
    this.terminals.delete(terminal);
  }

  private endAll(terminal: vscode.Terminal): void {
    const name = this.nameOf(terminal);
    for (const [execution, flow] of this.flows) {
      if (flow.kept.execution.terminal === name && flow.ended === undefined) {
        void this.end(execution, undefined);
      }
    }
  }

  private flushIn(delay: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.flush();
    }, delay);
  }

  /** Send what waits. Of a terminal, one command after the other: the next waits until the last is over. */
  private flush(): void {
    const busy = new Set<string>();
    for (const [execution, flow] of this.flows) {
      const { terminal } = flow.kept.execution;
      if (busy.has(terminal)) {
        continue;
      }
      if (!flow.closed) {
        busy.add(terminal);
      }
      if (!this.budget.take(flow.waiting.bytes(), Date.now())) {
        busy.add(terminal);
        this.flushIn(LATER);
        continue;
      }
      const parts = flow.waiting.takeAll(flow.closed);
      if (flow.closed) {
        const last = parts.pop() ?? { data: "", skipped: 0 };
        parts.forEach((part) => this.put(flow.kept, part));
        this.history.end(flow.kept, flow.ended?.exitCode);
        this.put(flow.kept, last, true);
        this.flows.delete(execution);
      } else {
        parts.forEach((part) => this.put(flow.kept, part));
      }
    }
  }

  private put(kept: Kept, part: Part, done = false): void {
    if (!this.enabled()) {
      return;
    }
    this.history.add(kept, part);
    this.pass(kept, part, done);
  }

  private pass(kept: Kept, part: Part, done: boolean): void {
    this.send({
      ...kept.execution,
      data: part.data,
      ...(part.skipped > 0 && { skipped: part.skipped }),
      ...(done && kept.exitCode !== undefined && { exitCode: kept.exitCode }),
      done,
    });
  }
}

/** The shell of a terminal, where VS Code (1.98 and newer) or the terminal's own settings say it. */
export function shellOf(terminal: vscode.Terminal): string | undefined {
  const state: vscode.TerminalState & { readonly shell?: string } = terminal.state;
  const options = terminal.creationOptions;
  return state.shell ?? ("shellPath" in options ? options.shellPath : undefined) ?? (vscode.env.shell || undefined);
}
