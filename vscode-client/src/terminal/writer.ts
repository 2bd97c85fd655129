/** Puts a command into a terminal, to be read, changed and run by the user. */

import * as vscode from "vscode";

import { COMMANDS } from "../ids.js";
import { shellOf, type TerminalForwarder } from "./forwarder.js";

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * The terminal for a command: the one whose program failed, else the active one, else a new one.
 * One in which a program runs is never taken: it would get the text as its input. Nor is one of another shell than
 * the one that failed, since the command was quoted for that.
 */
async function terminalFor(forwarder: TerminalForwarder, name: string | undefined): Promise<vscode.Terminal> {
  const own = name === undefined ? undefined : forwarder.named(name);
  if (own !== undefined && !forwarder.isBusy(own)) {
    return own;
  }
  const shell = own === undefined ? undefined : shellOf(own);
  const active = vscode.window.activeTerminal;
  if (active !== undefined && !forwarder.isBusy(active) && (shell === undefined || shellOf(active) === shell)) {
    return active;
  }
  const cwd = own?.shellIntegration?.cwd;
  // As a path: with a URI, a window on another machine opens a terminal on this one.
  const terminal = vscode.window.createTerminal(cwd === undefined ? {} : { cwd: cwd.fsPath });
  await ready(terminal);
  return terminal;
}

/** Milliseconds that a new terminal's shell has to come up; what is typed before stands there twice. */
const PATIENCE = 3_000;

function ready(terminal: vscode.Terminal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, PATIENCE);
    const listener = vscode.window.onDidChangeTerminalShellIntegration((event) => {
      if (event.terminal === terminal) {
        done();
      }
    });
  });
}

/** `tracemend.client.runInTerminal {text, terminal?}`. */
export function registerRunInTerminal(forwarder: TerminalForwarder): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.runInTerminal, async (argument?: { text?: unknown; terminal?: unknown }) => {
    const text = argument?.text;
    if (typeof text !== "string" || text === "" || CONTROL.test(text)) {
      return; // a line feed would run it
    }
    const name = typeof argument?.terminal === "string" ? argument.terminal : undefined;
    const terminal = await terminalFor(forwarder, name);
    terminal.show();
    terminal.sendText(text, false);
  });
}
