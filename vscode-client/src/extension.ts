/** Wires the parts together. Nothing here knows what an error means: the server does. */

import * as vscode from "vscode";

import { CardView } from "./card.js";
import { registerAnswers } from "./commands/answers.js";
import { registerDiagnose } from "./commands/diagnose.js";
import { DiagnosticForwarder } from "./diagnostics/forwarder.js";
import { COMMANDS, DIAGNOSTICS, NAME, TERMINAL_OUTPUT } from "./ids.js";
import { Service } from "./server/service.js";
import { setting } from "./settings.js";
import { Status } from "./status.js";
import { TerminalForwarder } from "./terminal/forwarder.js";
import { registerRunInTerminal } from "./terminal/writer.js";

let service: Service | undefined;

/** Returns at once: the server is started beside it. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Tracemend", { log: true });
  const server = new Service(context.extensionPath, log);
  service = server;
  // From here on nothing that a terminal prints is missed, though the server does not run yet.
  const terminals = new TerminalForwarder(
    (output) => server.notify(TERMINAL_OUTPUT, output),
    () => setting("terminal.enabled", true),
  );
  const diagnostics = new DiagnosticForwarder(
    (found) => server.notify(DIAGNOSTICS, found),
    () => setting("diagnostics.forward", true),
  );
  const card = new CardView();
  const status = new Status();
  context.subscriptions.push(
    log,
    server,
    terminals,
    diagnostics,
    card,
    status,
    server.onDidChangeState((state) => {
      status.show(state, server.python);
      if (state.kind === "running") {
        terminals.replay();
        diagnostics.all();
      }
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${NAME}.diagnostics.forward`)) {
        diagnostics.all();
      }
    }),
    registerDiagnose(server, card, terminals),
    registerAnswers(server, card),
    registerRunInTerminal(terminals),
    vscode.commands.registerCommand(COMMANDS.restart, () => server.restart()),
    vscode.commands.registerCommand(COMMANDS.showLog, () => log.show(true)),
  );
  server.open().catch((error: unknown) => log.error(String(error)));
}

/** VS Code waits for what this returns. */
export async function deactivate(): Promise<void> {
  await service?.stop();
}
