/** One run of the server: its process, the protocol's client on it, and what it has published. A bundle of its own. */

import { spawn, type ChildProcess } from "node:child_process";

import type * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  ExecuteCommandRequest,
  LanguageClient,
  RevealOutputChannelOn,
  type Middleware,
} from "vscode-languageclient/node";

import { NAME, OFFERED, SERVER } from "../ids.js";
import type { Running } from "./supervisor.js";
import { Seen } from "./seen.js";

/** What the server answers to its commands. */
export interface Answer {
  readonly diagnoses: readonly unknown[];
  readonly markdown: string;
}

export interface Launch {
  /** The words that start the server, and the folder to start it in (never the workspace's). */
  readonly words: readonly [string, ...string[]];
  readonly folder: string;
  readonly initializationOptions: object;
  readonly log: vscode.LogOutputChannel;
  /** What was seen of the server's diagnostics in this window, before this run too. */
  readonly seen: Seen;
}

const SELECTOR = [
  { language: "python" },
  { language: "log" },
  { language: "plaintext" },
  { pattern: "**/*.{log,out}" },
];
/** Milliseconds that the server has to answer `shutdown`, and to end after it. */
const STOPPING = 2_000;

/** The client of vscode-languageclient without its pop-ups: supervisor.ts decides what the user is told. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export class Session implements Running {
  private constructor(
    private readonly client: LanguageClient,
    private readonly process: ChildProcess,
    readonly ended: Promise<void>,
  ) {}

  /** Start the server; settled when it answered `initialize`. Throws where it does not come so far. */
  static async start(launch: Launch): Promise<Session> {
    const [program, ...rest] = launch.words;
    const process = spawn(program, rest, { cwd: launch.folder, windowsHide: true });
    let over = (): void => undefined;
    const ended = new Promise<void>((resolve) => (over = resolve));
    process.once("exit", (code, signal) => {
      launch.log.info(`The server has ended (${signal ?? code}).`);
      over();
    });
    process.once("error", (error) => {
      launch.log.error(`The server could not be started: ${error.message}`);
      over();
    });
    process.stdin.on("error", () => undefined); // it has ended: `exit` says so
    const client = new QuietClient(NAME, "Tracemend", () => Promise.resolve(process), {
      documentSelector: SELECTOR,
      initializationOptions: launch.initializationOptions,
      outputChannel: launch.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      markdown: { isTrusted: { enabledCommands: OFFERED }, supportHtml: false },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          over();
          return { action: CloseAction.DoNotRestart, handled: true, message: "The connection was closed." };
        },
      },
      middleware: middleware(launch.seen),
    });
    const session = new Session(client, process, ended);
    try {
      await Promise.race([
        client.start(),
        ended.then(() => {
          throw new Error("The server ended while it was started.");
        }),
      ]);
    } catch (error) {
      process.kill();
      throw error;
    }
    return session;
  }

  /** Send one of the server's notifications; one that cannot be sent any more is lost with the server. */
  notify(method: string, params: unknown): void {
    if (this.client.isRunning()) {
      this.client.sendNotification(method, params).catch(() => undefined);
    }
  }

  /** Ask one of the server's commands. Rejects with the server's sentence where it refuses. */
  async command(command: string, argument: object): Promise<Answer> {
    const answer: unknown = await this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
    return answer as Answer;
  }

  /** The edit of a fix for the documents as they are now; undefined where it does not apply any more. */
  async editOf(id: string, fix: string): Promise<vscode.WorkspaceEdit | undefined> {
    const action = await this.client.sendRequest<{ edit?: Parameters<Converter["asWorkspaceEdit"]>[0] }>(
      "codeAction/resolve",
      { title: fix, kind: "quickfix", data: { id, fix } },
    );
    return action.edit ? this.client.protocol2CodeConverter.asWorkspaceEdit(action.edit) : undefined;
  }

  /** What was sent before this is read by the server when it answers. */
  async settled(): Promise<void> {
    await this.client.sendRequest("textDocument/hover", {
      textDocument: { uri: "untitled:tracemend" },
      position: { line: 0, character: 0 },
    });
  }

  async stop(): Promise<void> {
    try {
      await this.client.stop(STOPPING);
    } finally {
      setTimeout(() => this.process.kill(), STOPPING).unref(); // it ends by itself, as a rule at once
    }
  }
}

type Converter = LanguageClient["protocol2CodeConverter"];

function middleware(seen: Seen): Middleware {
  return {
    handleDiagnostics(uri, diagnostics, next) {
      seen.published(uri.toString(), diagnostics.map(idOf));
      next(uri, diagnostics);
    },
    executeCommand(command, args, next) {
      const [argument] = args as [{ id?: unknown }?];
      if (command === SERVER.dismiss && typeof argument?.id === "string") {
        seen.dismissed(argument.id);
      }
      return next(command, args) as vscode.ProviderResult<unknown>;
    },
  };
}

/** The id that the server gives its diagnostics (`data.id`), empty for one without. */
function idOf(diagnostic: vscode.Diagnostic): string {
  const { data } = diagnostic as vscode.Diagnostic & { readonly data?: { readonly id?: unknown } };
  return typeof data?.id === "string" ? data.id : "";
}
