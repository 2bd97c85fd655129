/** Names that the client, its package.json and the server share. */

/** The section of the settings, the source of our diagnostics, the id of the output channel. */
export const NAME = "tracemend";

/** The client's commands. Those in `OFFERED` may be used by the server in hovers and code actions. */
export const COMMANDS = {
  diagnoseSelection: "tracemend.client.diagnoseSelection",
  diagnoseClipboard: "tracemend.client.diagnoseClipboard",
  diagnoseLastCommand: "tracemend.client.diagnoseLastCommand",
  diagnoseTerminalSelection: "tracemend.client.diagnoseTerminalSelection",
  restart: "tracemend.client.restart",
  showLog: "tracemend.client.showLog",
  runInTerminal: "tracemend.client.runInTerminal",
  showCard: "tracemend.client.showCard",
  applyFix: "tracemend.client.applyFix",
  copy: "tracemend.client.copy",
} as const;

export const OFFERED: readonly string[] = [
  COMMANDS.runInTerminal,
  COMMANDS.showCard,
  COMMANDS.applyFix,
  COMMANDS.copy,
];

/** The server's own commands (`workspace/executeCommand`); the protocol's client registers these ids itself. */
export const SERVER = {
  diagnoseSelection: "tracemend.diagnoseSelection",
  diagnoseText: "tracemend.diagnoseText",
  card: "tracemend.card",
  dismiss: "tracemend.dismiss",
} as const;

/** Notifications beyond the protocol; docs/architecture.md has their params. */
export const TERMINAL_OUTPUT = "tracemend/terminalOutput";
export const DIAGNOSTICS = "tracemend/diagnostics";
