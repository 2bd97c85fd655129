/** The server as the rest of the client sees it: started, restarted, told of what changes, and asked. */

import * as path from "node:path";

import * as vscode from "vscode";

import { COMMANDS, NAME, SERVER } from "../ids.js";
import { initializationOptions, serverOptions } from "../settings.js";
import { candidates, watchInterpreter, workspaceInterpreter } from "./interpreter.js";
import type { Session } from "./languageClient.js";
import { choose, prober } from "./python.js";
import { Seen } from "./seen.js";
import { CannotStart, Supervisor, type State } from "./supervisor.js";

/** Milliseconds that a command of the user waits for a server that is being started. */
const PATIENCE = 20_000;
/** Milliseconds after a start in which the server may still publish what had been taken away before. */
const CATCHING_UP = 2_000;

export class Service implements vscode.Disposable {
  private readonly supervisor: Supervisor<Session>;
  private readonly seen = new Seen();
  private readonly moved = new vscode.EventEmitter<State>();
  private readonly listeners: vscode.Disposable[] = [this.moved];
  private interpreter: string | undefined;
  private version = "";

  /** Told of each state. */
  readonly onDidChangeState = this.moved.event;

  constructor(
    private readonly folder: string,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.supervisor = new Supervisor(
      () => this.start(),
      (state) => this.changed(state),
    );
  }

  /** The version of the Python that the server runs on. */
  get python(): string {
    return this.version;
  }

  /** Start the server and from then on keep it informed. */
  async open(): Promise<void> {
    this.listeners.push(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${NAME}.interpreter`)) {
          void this.supervisor.restart();
        } else if (event.affectsConfiguration(NAME)) {
          this.configure();
        }
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.interpreterChanged()),
      await watchInterpreter(() => void this.interpreterChanged()),
    );
    await this.supervisor.restart();
  }

  /** Stop and start the server, because the user asks for it. */
  restart(): Promise<void> {
    return this.supervisor.restart();
  }

  /** Tell the server; nothing happens while none runs. */
  notify(method: string, params: unknown): void {
    this.supervisor.running?.notify(method, params);
  }

  /** The server, as soon as it runs. Throws with a sentence for the user where it does not. */
  async session(): Promise<Session> {
    const end = Date.now() + PATIENCE;
    while (this.supervisor.running === undefined) {
      const { state } = this.supervisor;
      if (state.kind === "failed") {
        throw new Error(state.why);
      }
      if (Date.now() > end) {
        throw new Error("Its server does not run.");
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.supervisor.running;
  }

  async stop(): Promise<void> {
    await this.supervisor.dispose();
  }

  dispose(): void {
    vscode.Disposable.from(...this.listeners).dispose();
  }

  private async start(): Promise<Session> {
    await this.askInterpreter();
    const start = path.join(this.folder, "bundled", "start.py");
    const found = await choose(candidates(this.interpreter), prober(start, this.folder));
    if (typeof found === "string") {
      throw new CannotStart(found);
    }
    this.version = found.version;
    const verbose = this.log.logLevel !== vscode.LogLevel.Off && this.log.logLevel <= vscode.LogLevel.Debug;
    const { Session } = await import("./languageClient.js");
    return Session.start({
      words: [...found.words, "-I", "-S", start, "serve", ...(verbose ? ["-v"] : [])],
      folder: this.folder,
      initializationOptions: initializationOptions(serverOptions(this.interpreter)),
      log: this.log,
      seen: this.seen,
    });
  }

  private changed(state: State): void {
    this.log.info(`server: ${state.kind}${state.kind === "running" ? ` (Python ${this.version})` : ""}`);
    const session = this.supervisor.running;
    if (state.kind === "running" && session !== undefined) {
      void this.catchUp(session);
    }
    this.moved.fire(state);
    if (state.kind === "failed") {
      void this.tell(state.why);
    }
  }

  /** Those who listen send a new server what it missed; of that, what was taken away already is taken away again. */
  private async catchUp(session: Session): Promise<void> {
    const over = this.seen.begin((id) => void session.command(SERVER.dismiss, { id }).catch(() => undefined));
    try {
      await new Promise((resolve) => setImmediate(resolve)); // the listeners are told in this turn
      await session.settled();
      await new Promise((resolve) => setTimeout(resolve, CATCHING_UP));
    } catch (error) {
      this.log.debug(String(error)); // it has ended again
    } finally {
      over();
    }
  }

  private configure(): void {
    this.notify("workspace/didChangeConfiguration", { settings: { [NAME]: serverOptions(this.interpreter) } });
  }

  private async interpreterChanged(): Promise<void> {
    await this.askInterpreter();
    if (this.supervisor.state.kind === "failed") {
      await this.supervisor.restart();
    } else {
      this.configure();
    }
  }

  private async askInterpreter(): Promise<void> {
    const now = await workspaceInterpreter();
    if (now !== this.interpreter) {
      this.log.info(`The workspace's interpreter is ${now ?? "not known"}.`);
    }
    this.interpreter = now;
  }

  private async tell(why: string): Promise<void> {
    const [restart, log, settings] = ["Restart", "Show Log", "Open Settings"];
    const buttons = this.version === "" ? [settings, log] : [restart, log];
    const chosen = await vscode.window.showErrorMessage(`Tracemend does not run. ${why}`, ...buttons);
    if (chosen === restart) {
      await this.restart();
    } else if (chosen === log) {
      await vscode.commands.executeCommand(COMMANDS.showLog);
    } else if (chosen === settings) {
      // The setting is the machine's: in a remote window it does not stand among the user's.
      const where = vscode.env.remoteName === undefined ? "openSettings" : "openRemoteSettings";
      await vscode.commands.executeCommand(`workbench.action.${where}`, { query: `${NAME}.interpreter` });
    }
  }
}
