/** The palette's commands: explain a selection, the clipboard, what a terminal printed. Each opens the card. */

import * as vscode from "vscode";

import type { CardView } from "../card.js";
import { COMMANDS, SERVER } from "../ids.js";
import type { Service } from "../server/service.js";
import type { TerminalForwarder } from "../terminal/forwarder.js";
import { textOf } from "../terminal/history.js";

/** Characters that are sent at most; the server reads no more either. */
const MOST = 4 * 1024 * 1024;
/** Milliseconds in which the terminal's selection has to reach the clipboard. */
const COPYING = 500;

type Ask = readonly [command: string, argument: object] | string;

/** Registers the four commands. */
export function registerDiagnose(service: Service, card: CardView, terminals: TerminalForwarder): vscode.Disposable {
  const command = (id: string, ask: () => Promise<Ask>): vscode.Disposable =>
    vscode.commands.registerCommand(id, async () => {
      try {
        const asked = await ask();
        if (typeof asked === "string") {
          void vscode.window.showInformationMessage(asked);
          return;
        }
        const answer = await (await service.session()).command(...asked);
        await card.show(answer.markdown);
      } catch (error) {
        void vscode.window.showErrorMessage(`Tracemend: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
  return vscode.Disposable.from(
    command(COMMANDS.diagnoseSelection, async () => selection()),
    command(COMMANDS.diagnoseClipboard, async () => text(await vscode.env.clipboard.readText(), "The clipboard is empty.")),
    command(COMMANDS.diagnoseLastCommand, async () => lastCommand(terminals)),
    command(COMMANDS.diagnoseTerminalSelection, async () =>
      text(await terminalSelection(), "Select the error's text in the terminal first.", activeFolder()),
    ),
  );
}

function text(chosen: string, nothing: string, cwd?: string): Ask {
  if (chosen.trim() === "") {
    return nothing;
  }
  return [SERVER.diagnoseText, { text: chosen.slice(0, MOST), ...(cwd !== undefined && { cwd }) }];
}

/** The selection of the active editor, whole lines at its begin; without one, the whole text of what is no code. */
function selection(): Ask {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return "Open a text and select the error in it first.";
  }
  const { document } = editor;
  let range: vscode.Range = editor.selection;
  if (range.isEmpty) {
    if (document.languageId === "python") {
      return "Select the error's text first.";
    }
    range = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  }
  const chosen = document.getText(new vscode.Range(range.start.with({ character: 0 }), range.end));
  if (chosen.trim() === "") {
    return "Select the error's text first.";
  }
  const plain = ({ line, character }: vscode.Position): object => ({ line, character });
  return [
    SERVER.diagnoseSelection,
    {
      uri: document.uri.toString(),
      range: { start: plain(range.start), end: plain(range.end) },
      text: chosen.slice(0, MOST),
    },
  ];
}

/** The last command of the active terminal, or else of any. `command` says that it ran in a terminal of this window. */
function lastCommand(terminals: TerminalForwarder): Ask {
  const active = vscode.window.activeTerminal;
  const kept =
    (active && terminals.history.latest(terminals.nameOf(active))) ?? terminals.history.latest();
  if (kept === undefined) {
    return "No command was seen in a terminal yet. Tracemend needs the terminal's shell integration for that.";
  }
  const { command, cwd } = kept.execution;
  const printed = textOf(kept);
  if (printed.trim() === "") {
    return `Nothing was seen of what the last command, ${command ?? "whose command line is not known"}, printed.`;
  }
  return [SERVER.diagnoseText, { text: printed, command: command ?? "", ...(cwd !== undefined && { cwd }) }];
}

/** What is selected in the active terminal. VS Code has no interface for it but the clipboard, which is put back. */
async function terminalSelection(): Promise<string> {
  const { clipboard } = vscode.env;
  const before = await clipboard.readText();
  const mark = `tracemend ${Date.now()}`;
  await clipboard.writeText(mark);
  try {
    await vscode.commands.executeCommand("workbench.action.terminal.copySelection");
    for (const end = Date.now() + COPYING; Date.now() < end; ) {
      const now = await clipboard.readText();
      if (now !== mark) {
        return now;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return "";
  } finally {
    await clipboard.writeText(before);
  }
}

function activeFolder(): string | undefined {
  return vscode.window.activeTerminal?.shellIntegration?.cwd?.fsPath;
}
