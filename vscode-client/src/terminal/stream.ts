/** Reads what a command prints without keeping it. Knows nothing of VS Code but one habit of its streams. */

/**
 * The pieces of `stream`, each let go of once it has been taken.
 *
 * What `TerminalShellExecution.read()` returns keeps every piece in a list of its own for as long as the command runs,
 * so that it can be read twice (`AsyncIterableObject`, seen in VS Code 1.100 and 1.139): a server that logs for a day
 * would fill the extension host. A piece that was taken is replaced by an empty one there. Where there is no such list,
 * nothing is touched.
 */
export async function* withoutKeeping(stream: AsyncIterable<string>): AsyncGenerator<string> {
  let taken = 0;
  for await (const piece of stream) {
    for (const list of Object.values(stream)) {
      if (Array.isArray(list) && list[taken] === piece) {
        list[taken] = "";
      }
    }
    taken += 1;
    yield piece;
  }
}
