/** The commands that the server puts into hovers and code actions: open a card, apply a fix, copy a text. */

import * as vscode from "vscode";

import type { CardView } from "../card.js";
import { COMMANDS, SERVER } from "../ids.js";
import type { Service } from "../server/service.js";

/** Registers the three commands. Their arguments come from a link or an action, so they are checked. */
export function registerAnswers(service: Service, card: CardView): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.showCard, async (argument?: Record<string, unknown>) => {
      // With a range, it is a selection that is explained ("Explain selection").
      const command = argument?.["range"] === undefined ? SERVER.card : SERVER.diagnoseSelection;
      await orSay(async () => card.show((await (await service.session()).command(command, argument ?? {})).markdown));
    }),
    vscode.commands.registerCommand(COMMANDS.applyFix, async (argument?: { id?: unknown; fix?: unknown }) => {
      const { id, fix } = argument ?? {};
      if (typeof id !== "string" || typeof fix !== "string") {
        return;
      }
      await orSay(async () => {
        const edit = await (await service.session()).editOf(id, fix);
        if (edit === undefined || !(await vscode.workspace.applyEdit(edit))) {
          throw new Error("This fix does not apply any more.");
        }
      });
    }),
    vscode.commands.registerCommand(COMMANDS.copy, async (argument?: { text?: unknown }) => {
      if (typeof argument?.text === "string") {
        await vscode.env.clipboard.writeText(argument.text);
        vscode.window.setStatusBarMessage("Copied", 2_000);
      }
    }),
  );
}

async function orSay(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    void vscode.window.showInformationMessage(`Tracemend: ${error instanceof Error ? error.message : String(error)}`);
  }
}
