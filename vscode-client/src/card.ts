/** The card: what the server says of an error in full, as a Markdown preview beside the editor. */

import * as vscode from "vscode";

import { withFileLinks } from "./cardLinks.js";

const SCHEME = "tracemend-card";
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
    this.changed.fire(CARD);
    await vscode.commands.executeCommand("markdown.showPreviewToSide", CARD);
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
