// Asks for hovers at the cursor of the active editor, and appends `{"at", "ms", "echo_ms", "text"}` for each to a file.
// `echo_ms` is of a hover provider beside the real one that lets `cat` give a line back: so long does the machine make
// any other process's answer wait at that moment.

const { spawn } = require("node:child_process");
const { once } = require("node:events");
const { appendFileSync } = require("node:fs");
const vscode = require("vscode");

exports.activate = (context) => {
  let timer;
  const cat = spawn("cat", { stdio: ["pipe", "pipe", "ignore"] });
  const echo = { ms: 0, provideHover: () => givenBack(cat, echo) };
  context.subscriptions.push(
    vscode.languages.registerHoverProvider("python", echo),
    vscode.commands.registerCommand("probeForTests.hovers", () => {
      clearInterval(timer);
      const { document, selection } = vscode.window.activeTextEditor;
      const settings = vscode.workspace.getConfiguration("probeForTests");
      const file = settings.get("file");
      timer = setInterval(() => ask(document.uri, selection.active, file, echo), settings.get("every"));
    }),
    { dispose: () => clearInterval(timer) },
    { dispose: () => cat.kill() },
  );
};

async function givenBack(cat, echo) {
  const start = performance.now();
  cat.stdin.write("hover\n");
  await once(cat.stdout, "data");
  echo.ms = performance.now() - start;
}

async function ask(uri, position, file, echo) {
  const start = performance.now();
  const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", uri, position);
  const ms = performance.now() - start;
  const text = hovers.flatMap((hover) => hover.contents.map((content) => content.value)).join("\n");
  appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ms, echo_ms: echo.ms, text })}\n`);
}
