/** The Pythons that this window knows of: the setting's, the Python extension's, those on the PATH. */

import { homedir } from "node:os";

import * as vscode from "vscode";

import { setting } from "../settings.js";
import { usual, type Candidate } from "./python.js";

/** What is used of the Python extension's interface (`ms-python.python`, its npm package `@vscode/python-extension`). */
interface PythonExtension {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(path: unknown): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

const PYTHON_EXTENSION = "ms-python.python";
/** Milliseconds that the start waits for the Python extension, which may search for interpreters first. */
const PATIENCE = 3_000;

/** The workspace's interpreter, as the Python extension has it; undefined where nothing says one. */
export async function workspaceInterpreter(): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) {
    return undefined;
  }
  const environments = (await pythonExtension())?.environments;
  if (environments === undefined) {
    return undefined;
  }
  const active = environments.getActiveEnvironmentPath(vscode.workspace.workspaceFolders?.[0]?.uri);
  const resolved = await inTime(environments.resolveEnvironment(active));
  return resolved?.executable.uri?.fsPath;
}

/** Calls `changed` whenever another interpreter is selected. */
export async function watchInterpreter(changed: () => void): Promise<vscode.Disposable> {
  const environments = (await pythonExtension())?.environments;
  return environments?.onDidChangeActiveEnvironmentPath(changed) ?? new vscode.Disposable(() => undefined);
}

/**
 * What to run the server with, the first choice first. A setting stands alone: who names a Python wants to hear that
 * it does not work. In a workspace that is not trusted nothing of the workspace is run.
 */
export function candidates(interpreter: string | undefined): readonly Candidate[] {
  const named = namedInterpreter();
  if (named !== "") {
    return [{ words: [named], label: `\`${named}\` (setting \`tracemend.interpreter\`)` }];
  }
  const own: Candidate[] =
    interpreter === undefined ? [] : [{ words: [interpreter], label: `the workspace's \`${interpreter}\`` }];
  return [...own, ...usual(process.platform)];
}

/** The setting, with `~` and `${workspaceFolder}` put in as VS Code's own settings for paths have them. */
function namedInterpreter(): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const value = setting("interpreter", "").trim().replace(/^~(?=[\\/])/, homedir());
  return folder === undefined ? value : value.replaceAll("${workspaceFolder}", folder);
}

async function pythonExtension(): Promise<PythonExtension | undefined> {
  const extension = vscode.extensions.getExtension<PythonExtension>(PYTHON_EXTENSION);
  return extension === undefined ? undefined : inTime(Promise.resolve(extension.activate()));
}

async function inTime<T>(promise: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
  return Promise.race([promise, late]).catch(() => undefined);
}
