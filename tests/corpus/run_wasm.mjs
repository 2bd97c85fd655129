// Runs CPython built for WebAssembly as `python ARGUMENT...` in a folder: node run_wasm.mjs PYODIDE FOLDER ARGUMENT...
// What it prints goes to standard output, in the order printed; its exit code is handed on.
import { readSync, writeSync } from "node:fs";

const [, , pyodide, folder, ...args] = process.argv;
const { loadPyodide } = await import(pyodide);
const shop = "/home/dev/shop";
const python = await loadPyodide({
  args,
  env: { ...JSON.parse(process.env.CORPUS_ENV ?? "{}"), HOME: "/home/dev" },
  fsInit: async (files) => {
    files.mkdirTree(shop);
    files.mount(files.filesystems.NODEFS, { root: folder }, shop);
    files.chdir(shop);
  },
});
const output = { write: (bytes) => writeSync(1, bytes) };
python.setStdin({ read: (bytes) => readSync(0, bytes) });
python.setStdout(output);
python.setStderr(output);
let code;
try {
  code = python._module.jspiSupported ? await python._module.promisingRunMain() : python._module._run_main();
} catch (error) {
  if (error?.name !== "ExitStatus") throw error;
  code = error.status;
}
process.exit(code);
