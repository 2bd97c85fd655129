/** The user's settings as they are now, and what the server is told of them and of this window. */

import * as vscode from "vscode";

import { NAME, OFFERED } from "./ids.js";

/** The value of a setting; package.json has its default. */
export function setting<T>(name: string, otherwise: T): T {
  return vscode.workspace.getConfiguration(NAME).get<T>(name, otherwise);
}

/** What the server is told at start (`initializationOptions`) and whenever it changes. */
export interface ServerOptions {
  readonly trusted: boolean;
  readonly shell: string;
  readonly interpreter: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** `interpreter` is the workspace's Python, empty where none is known. */
export function serverOptions(interpreter: string | undefined): ServerOptions {
  return {
    trusted: vscode.workspace.isTrusted,
    shell: vscode.env.shell,
    interpreter: interpreter ?? "",
    settings: {
      evidence: setting("evidence", true),
      disabled: setting<string[]>("disabled", []),
      allowedPacks: setting<string[]>("allowedPacks", []),
      docsBaseUrl: setting("docs.baseUrl", ""),
    },
  };
}

/** `initializationOptions` of the contract. */
export function initializationOptions(options: ServerOptions): object {
  return { [NAME]: { commands: OFFERED, commandLinks: true, ...options } };
}
