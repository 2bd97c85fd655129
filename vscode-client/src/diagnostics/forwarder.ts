/** Passes on what other tools report of Python files, never our own, so that the server can explain and mend it. */

import * as vscode from "vscode";

import { NAME } from "../ids.js";

/** The params of `tracemend/diagnostics`. */
export interface ForeignDiagnostics {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly object[];
}

/** Milliseconds without a change before it is passed on: tools publish in bursts. */
const PAUSE = 50;
const PER_DOCUMENT = 1_000;
const PYTHON = /\.(?:pyi?|pyw|ipynb)$/i;

export class DiagnosticForwarder implements vscode.Disposable {
  private readonly changed = new Map<string, vscode.Uri>();
  private readonly sent = new Set<string>();
  private readonly listener: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly send: (found: ForeignDiagnostics) => void,
    private readonly enabled: () => boolean,
  ) {
    this.listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => this.note(uris));
  }

  /** Send everything, to a server that knows nothing yet, or after the setting was changed. */
  all(): void {
    this.note([
      ...vscode.languages.getDiagnostics().map(([uri]) => uri),
      ...[...this.sent].map((text) => vscode.Uri.parse(text)),
    ]);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listener.dispose();
  }

  private note(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      if (PYTHON.test(uri.path) || uri.scheme === "untitled") {
        this.changed.set(uri.toString(), uri);
      }
    }
    if (this.changed.size > 0) {
      this.timer ??= setTimeout(() => this.flush(), PAUSE);
    }
  }

  private flush(): void {
    this.timer = undefined;
    const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
    for (const [key, uri] of this.changed) {
      const found = this.enabled() ? foreign(vscode.languages.getDiagnostics(uri)) : [];
      if (found.length === 0 && !this.sent.delete(key)) {
        continue;
      }
      if (found.length > 0) {
        this.sent.add(key);
      }
      const version = open.get(key)?.version;
      this.send({ uri: key, ...(version !== undefined && { version }), diagnostics: found.map(plain) });
    }
    this.changed.clear();
  }
}

function foreign(diagnostics: readonly vscode.Diagnostic[]): readonly vscode.Diagnostic[] {
  return diagnostics.filter((one) => one.source !== NAME).slice(0, PER_DOCUMENT);
}

/** A diagnostic as the protocol has it: 0-based lines, columns in UTF-16 units, severities from 1. */
function plain(one: vscode.Diagnostic): object {
  const { start, end } = one.range;
  const code = typeof one.code === "object" ? one.code.value : one.code;
  return {
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    message: one.message,
    severity: one.severity + 1,
    ...(one.source !== undefined && { source: one.source }),
    ...(code !== undefined && { code }),
  };
}
