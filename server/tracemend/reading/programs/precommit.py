"""What pre-commit says of a failure of its own, and of a hook's.

An error has occurred: InvalidConfigError:                     pre_commit/error_handler.py (_log_and_exit)
==> File .pre-commit-config.yaml                               cfgv's way to the key, then what is wrong with it
==> At key: repos
=====> Missing required key: name
Check the log at /home/me/.cache/pre-commit/pre-commit.log

[ERROR] Your pre-commit configuration is unstaged.             commands/run.py, commands/install_uninstall.py
No hook with id `lnt` in stage `pre-commit`
No .pre-commit-config.yaml file was found                      commands/hook_impl.py

fix the ends.............................................Failed    commands/run.py (_run_single_hook); what the hook
- hook id: fix                                                     printed comes below, so that it is a `summary`,
- files were modified by this hook                                 unless it only changed files
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore

_MOST_LINES = 60
_ERROR = lazy.regex(r"An (?:unexpected )?error has occurred: (?P<type>[A-Z]\w{2,60}):(?: (?P<message>.*)|$)")
_LOG = lazy.regex(r"(?:Check the log at |Failed to write to log at )")
_REASON = "=====> "
_OWN = lazy.regex(
    r"\[ERROR\] (?P<message>Your pre-commit configuration is unstaged\.|Cowardly refusing to install hooks .{1,200}"
    r"|Unmerged files\. {1,2}Resolve before committing\.|Specify both --from-ref and --to-ref\."
    r"|Specify only one of .{1,200}|`--commit-msg-filename` is required for .{1,200})"
)
_PLAIN = lazy.regex(
    r"No hook with id `[^`]{1,200}` in stage `[^`]{1,60}`$|No \.pre-commit-\S{1,200} file was found$"
    r"|`pre-commit` not found\.  Did you forget to activate your virtualenv\?$"
)
_HOOK = lazy.regex(r"\S.{0,200}?\.{3,200}(?:\(.{1,60}\))?Failed$")
_HOOK_ID = "- hook id: "
_HOOK_MORE = lazy.regex(r"- (?:exit code: |duration: |files were modified by this hook)")
_FILE = lazy.regex(r"==> File (?P<path>\S.{0,300})$")


class _PreCommit:
    """Reads one error of pre-commit's, down to the line that names its log, or one hook that failed."""

    name = "precommit"

    opens = staticmethod(openings.precommit)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if hints.exit_code == 0 or is_shown(lines[at], hints):
            return None
        if lines[at].startswith(_HOOK_ID):
            return _hook(lines, at, final)
        own = _OWN.match(lines[at].lstrip(" "))
        if own or _PLAIN.match(lines[at]):
            message = own["message"] if own else lines[at]
            return complaint("pre-commit", [message.rstrip()], at, at + 1)
        found = _ERROR.match(lines[at])
        if not found:
            return None
        text = [found["message"]] if found["message"] else []
        frame: Frame | None = None
        end = at + 1
        while end < min(len(lines), at + _MOST_LINES):
            line = lines[end]
            end += 1
            file = _FILE.match(line)
            if _LOG.match(line):
                message = next((one[len(_REASON) :] for one in text if one.startswith(_REASON)), None)
                notes = [one for one in text if message and not one.startswith(_REASON)]
                frames = (frame,) if frame else ()
                said = [message] if message else text
                return complaint("pre-commit", said, at, end, exception=found["type"], notes=notes, frames=frames)
            if file:
                frame = Frame(file["path"])
            text.append(line.rstrip())
        if end == len(lines) and end < at + _MOST_LINES:
            if not final:
                return MORE
            if hints.selected:  # without its last line
                return complaint("pre-commit", text, at, end, exception=found["type"])
        return None


def _hook(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """What is said of a hook that failed, below its name and above what it printed."""
    if not at or not _HOOK.match(lines[at - 1]):
        return None
    end = at + 1
    while end < min(len(lines), at + 6) and _HOOK_MORE.match(lines[end]):
        end += 1
    if end == len(lines) and not final:
        return MORE
    text = [line.rstrip() for line in lines[at - 1 : end]]
    changed = any(line.startswith("- files were modified") for line in text)
    return complaint("pre-commit", text, at, end, summary=not changed)


DIALECT = _PreCommit()
