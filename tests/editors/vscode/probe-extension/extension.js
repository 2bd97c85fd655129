// Asks for hovers at the cursor of the active editor, and appends `{"at", "ms", "text"}` for each to a file.

const { appendFileSync } = require("node:fs");
const vscode = require("vscode");

exports.activate = (context) => {
  let timer;
  context.subscriptions.push(
    vscode.commands.registerCommand("probeForTests.hovers", () => {
      clearInterval(timer);
      const { document, selection } = vscode.window.activeTextEditor;
      const settings = vscode.workspace.getConfiguration("probeForTests");
      const file = settings.get("file");
      timer = setInterval(() => ask(document.uri, selection.active, file), settings.get("every"));
    }),
    { dispose: () => clearInterval(timer) },
  );
};

async function ask(uri, position, file) {
  const start = performance.now();
  const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", uri, position);
  const ms = performance.now() - start;
  const text = hovers.flatMap((hover) => hover.contents.map((content) => content.value)).join("\n");
  appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ms, text })}\n`);
}
