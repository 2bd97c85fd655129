// The Python extension's interface (its npm package @vscode/python-extension), the selected interpreter a setting.

const vscode = require("vscode");

exports.activate = (context) => {
  const changed = new vscode.EventEmitter();
  const selected = () => vscode.workspace.getConfiguration("pythonForTests").get("interpreter");
  context.subscriptions.push(
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("pythonForTests.interpreter")) changed.fire({ path: selected() });
    }),
  );
  return {
    environments: {
      getActiveEnvironmentPath: () => ({ id: selected(), path: selected() }),
      resolveEnvironment: async ({ path }) =>
        path === "" ? undefined : { executable: { uri: vscode.Uri.file(path) }, path },
      onDidChangeActiveEnvironmentPath: changed.event,
    },
  };
};
