/** The status item: whether the server runs, with which Python, and what to do where it does not. */

import * as vscode from "vscode";

import { COMMANDS } from "./ids.js";
import type { State } from "./server/supervisor.js";

const SELECTOR: vscode.DocumentSelector = [{ language: "python" }, { language: "log" }];

export class Status implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem("tracemend.status", SELECTOR);

  constructor() {
    this.item.name = "Tracemend";
    this.show({ kind: "stopped" }, "");
  }

  /** Show a state; `python` is the version that the server runs on. */
  show(state: State, python: string): void {
    const { item } = this;
    item.busy = state.kind === "starting" || state.kind === "waiting";
    item.severity =
      state.kind === "failed" ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.text = "Tracemend";
    item.detail = detail(state, python);
    item.command =
      state.kind === "failed" || state.kind === "stopped"
        ? { command: COMMANDS.restart, title: "Restart" }
        : { command: COMMANDS.showLog, title: "Show Log" };
  }

  dispose(): void {
    this.item.dispose();
  }
}

function detail(state: State, python: string): string {
  switch (state.kind) {
    case "running":
      return `runs on Python ${python}`;
    case "starting":
      return "is starting";
    case "waiting":
      return "ended, and is started again";
    case "failed":
      return state.why;
    case "stopped":
      return "does not run";
  }
}
