// Publishes what the real pyright finds, in the shape that Pylance and the Pyright extension have.

const { execFile } = require("node:child_process");
const vscode = require("vscode");

exports.activate = (context) => {
  const found = vscode.languages.createDiagnosticCollection("Pyright");
  const check = (document) => {
    if (document.languageId === "python" && document.uri.scheme === "file") {
      run(document.uri, found);
    }
  };
  context.subscriptions.push(
    found,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidSaveTextDocument(check),
  );
  vscode.workspace.textDocuments.forEach(check);
};

/** Run pyright on a file; what it reports replaces what it reported of that file before. */
function run(uri, found) {
  const settings = vscode.workspace.getConfiguration("pyrightForTests");
  const [program, ...words] = settings.get("command");
  if (program === undefined) {
    return;
  }
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath;
  const env = { ...process.env, ...settings.get("environment") };
  const options = { cwd: folder, env, maxBuffer: 16 * 1024 * 1024 };
  execFile(program, [...words, "--outputjson", uri.fsPath], options, (error, out, err) => {
    let report;
    try {
      report = JSON.parse(out);
    } catch {
      vscode.window.showErrorMessage(`pyright printed no report: ${error} ${err}`);
      return;
    }
    found.set(uri, report.generalDiagnostics.map(diagnostic));
  });
}

function diagnostic({ range: { start, end }, message, severity, rule }) {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const level = severity === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const one = new vscode.Diagnostic(range, message, level);
  one.source = "Pyright";
  if (rule !== undefined) {
    const target = `https://github.com/microsoft/pyright/blob/main/docs/configuration.md#${rule}`;
    one.code = { value: rule, target: vscode.Uri.parse(target) };
  }
  return one;
}
