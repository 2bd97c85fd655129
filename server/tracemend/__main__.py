"""The entry point: `tracemend` and `python -m tracemend`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line of this process; the answer is the exit status.

    `serve` is taken aside before anything else is imported: an editor waits for it.
    """
    arguments = sys.argv[1:]
    if arguments[:1] == ["serve"] and not {"-h", "--help"}.intersection(arguments):
        from tracemend.cli.serve import serve

        return serve(arguments[1:])
    from tracemend.cli.main import run_command_line

    return run_command_line(arguments)


if __name__ == "__main__":
    sys.exit(main())
