/** The card: what the server says of an error in full, as a Markdown preview beside the editor. */

import * as vscode from "vscode";

import { withFileLinks } from "./cardLinks.js";

const SCHEME = "tracemend-card";
/** Milliseconds that a text has to arrive in the document. */
const PATIENCE = 1_000;
/** One document, so that the next card takes the place of the last. */
const CARD = vscode.Uri.from({ scheme: SCHEME, path: "/Tracemend" });

export class CardView implements vscode.Disposable {
  private text = "";
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly registration: vscode.Disposable;

  constructor() {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: () => this.text,
    });
  }

  /** Show a card; the keyboard goes there, so that it can be scrolled and its links be reached. */
  async show(markdown: string): Promise<void> {
    this.text = withFileLinks(markdown, vscode.workspace.workspaceFolders?.[0]?.uri.path);
    await this.settled();
    await vscode.commands.executeCommand("markdown.showPreviewToSide", CARD);
  }

  /** Wait until the document holds the text: VS Code keeps it a while, and would show the card before for a moment. */
  private async settled(): Promise<void> {
    const document = await vscode.workspace.openTextDocument(CARD);
    if (document.getText() === this.text) {
      return;
    }
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        listener.dispose();
        resolve();
      };
      const timer = setTimeout(done, PATIENCE);
      const listener = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) {
          done();
        }
      });
      this.changed.fire(CARD);
    });
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
