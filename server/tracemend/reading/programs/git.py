"""What git says when it cannot: `fatal: `, `error: `, rejected pushes, conflicts, with the advice that follows.

git prints `fatal: ` and `error: ` (usage.c), advice as `hint: ` lines (advice.c), what the other side says as
`remote: ` lines (sideband.c), refused refs as ` ! [rejected]` (transport.c) and conflicts as `CONFLICT (kind): `
(merge-ort.c). Lines that belong together are one report: the message is what failed, all of its lines without their
prefix; hints and paragraphs of advice are notes. `fatal: ` and `error: ` are other programs' words too: without git in
the command line the text has to be one of git's.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown, programs
from tracemend.reading.report import MORE, Block, Hints, NeedMore
from tracemend.reading.surroundings import showing_program

_BESIDE = frozenset({"git", "true", "cd", "echo", ":"})
"""A line of these alone that ended well has no error: the script went on well without what failed."""

_MOST = 60
"""Lines of one report at most; lists of files in the way are cut there."""

_SAYS = lazy.regex(
    r"not a git repository|.{0,400} does not appear to be a git repository|[Cc]ould not read from remote repository"
    r"|pathspec '|ambiguous argument '|bad revision '|bad object |invalid reference: |invalid object name '"
    r"|[Aa] branch named '|[Tt]he branch '[^']{1,200}' is not fully merged|[Cc]annot delete branch '"
    r"|[Uu]nable to create '[^']{1,400}\.lock'|cannot lock ref '|[Yy]our local changes to the following files"
    r"|The following untracked working tree files would be|[Ff]ailed to push some refs to|src refspec "
    r"|The current branch \S{1,200} has no upstream|The upstream branch of your current branch does not match"
    r"|refusing to merge unrelated histories|Not possible to fast-forward|Need to specify how to reconcile"
    r"|[Cc]annot pull with rebase|(?:Committing|Merging|Pulling|Cherry-picking|Reverting) is not possible because"
    r"|could not apply [\da-f]{4,40}\.\.\.|Exiting because of (?:an )?un|You have not concluded your merge"
    r"|detected dubious ownership in repository|unsafe repository \(|bad config (?:line|file|value|variable|numeric)"
    r"|unable to access '|Authentication failed for|[Cc]ould not read (?:Username|Password) for|unable to auto-detect"
    r"|empty ident name|destination path '[^']{1,400}' already exists|repository '[^']{1,400}' (?:not found|does not)"
    r"|[Nn]o such remote|remote \S{1,100} already exists|[Cc]ouldn't find remote ref|unable to delete '"
    r"|[Rr]emote branch .{1,200} not found in upstream|tag '[^']{1,200}' already exists|not removing '"
    r"|the remote end hung up|early EOF|index-pack failed|fetch-pack: |RPC failed; |unpack failed|pack-objects died"
    r"|unable to write (?:new )?index|index file (?:corrupt|smaller)|object file .{1,200} is empty|loose object "
    r"|bad signature 0x|unable to resolve reference|You are not currently on a branch|No rebase in progress"
    r"|There is no merge to abort|It (?:seems|looks like) .{0,40}(?:rebase|cherry-pick)|patch failed: |corrupt patch"
    r"|can't open patch '|No valid patches in input|[Uu]nable to checkout|clone of '.{1,400}' into submodule path"
    r"|no submodule mapping found|'[^']{1,400}' is already (?:checked out|used by worktree)|invalid path '"
    r"|could not lock config file|key does not contain a section|Too many arguments\.|gpg failed to sign"
    r"|unable to read tree|insufficient permission for adding an object|cannot open '?\.git/|smudge filter |copy-fd: "
    r"|failed to copy file to '|cannot copy '|pre-commit hook|unable to get password|could not create (?:work tree|"
    r"leading dir)|protocol .{1,60} not allowed|transport '[^']{1,40}' not allowed|unable to look up "
    r"|unknown (?:option|"
    r"switch|subcommand) [`']|your current branch '|No configured push destination|You have nothing to amend"
    r"|invalid upstream '|[Nn]ot a valid object name|There was a problem with the editor"
    r"|the requested upstream branch"
    r"|'.{0,200}' is not a valid (?:branch|tag) name|bad source, source=|destination exists, source="
    r"|this operation must be run in a work tree|'.{1,400}' does not have a commit checked out|could not revert "
    r"|no cherry-pick or revert in progress|cannot switch branch (?:while|in the) |'.{1,400}' has local modifications"
    r"|[Tt]he following files? ha(?:s|ve) (?:local modifications|changes staged)|Diverging branches can't be"
    r"|Resolve operation not in progress|cannot rebase: |no such path '|tag '.{1,200}' not found"
    r"|log for '.{1,200}' only"
    r"|'.{1,400}' already exists in the index|remote ref does not exist|clean\.requireForce|'.{1,200}' is not a stash"
    r"|.{1,400} does not point to a valid object|unable to create threaded|pack has bad|Pathspec '"
    r"|path '.{1,400}' is unmerged|.{1,400}: '.{1,400}' is outside repository|write error|cannot force update the "
)
_BARE = lazy.regex(
    r"No stash entries found\.|The following paths are ignored by one of your \.gitignore files:"
    r"|no changes added to commit|nothing added to commit but untracked|nothing to commit, working tree clean"
    r"|Patch format detection failed\.|Cannot rebase: |No changes - did you forget to use 'git add'\?"
    r"|It seems that there is already a rebase-(?:merge|apply) directory, and|Automatic merge failed; fix conflicts"
    r"|You have unstaged changes\.|You asked me to pull without telling me"
    r"|There is no tracking information for the current branch\.|You are not currently on a branch\.$"
    r"|Nothing specified, nothing added\.?$|Aborting commit due to empty commit message\."
    r"|merge: .{1,200} - not something we can merge|You need to start by \"git bisect start\""
    r"|The previous cherry-pick is now empty, "
)
"""Sentences that git prints without a prefix; those about nothing to commit count for `git commit` alone."""

_COMMIT_ALONE = ("no changes added", "nothing added", "nothing to commit")
_ADVICE = lazy.regex(
    r"Please (?:make sure you have the correct|commit your changes or stash|move or remove them|specify which|tell me)"
    r"|and the repository exists\.|Another git process seems to be running|Aborting$|Merge with strategy "
    r"|The most similar commands? |Did you (?:mean|forget)|Did you forget|If you are sure you want to delete it"
    r"|To (?:push|add an exception|have this happen|choose|get|avoid|checkout|set)|Use '--' to separate|'git <command>"
    r"|Use -f if you really|Please, commit|use \"git |Could not apply |Execute |I wonder if you are|case, please try"
    r"|If (?:that|there|you|this) |and run me again|valuable there|the name of your current branch|\(use \"git "
    r"|See '?git help|Alternatively|When you have resolved|Please commit or stash them|already introduced the same"
    r"|fatal: Could not read from remote|See git-|If you wish to set tracking|Consider \"git |Either specify the URL"
)
_PREFIX = lazy.regex(r" ?(?P<who>fatal|error): (?P<rest>.*)")
_REFUSED = lazy.regex(r" ! \[(?P<why>(?:remote )?(?:rejected|failure)|no match)\] +(?P<what>\S.*)")
_CONFLICT = lazy.regex(r"CONFLICT \([\w/ -]{1,60}\): \S")
_AMONG_CONFLICTS = lazy.regex(
    r"(?:CONFLICT \(|Auto-merging |Adding |Removing |error: could not apply |Recorded preimage |Failed to merge"
    r"|Automatic merge failed|Performing inexact|The merge operation failed)"
)
_REMOTE = lazy.regex(r"remote: ?(?P<rest>.*)")
_NOT_COMMAND = lazy.regex(r"git: '[^']{1,200}' is not a git command\.")
_USAGE = lazy.regex(r"\s{0,3}(?:usage:|or:) ")


class _Git:
    """Reads one failure of git with what belongs to it."""

    name = "git"

    opens = staticmethod(openings.git)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        ours = "git" in programs(hints.command)
        if is_shown(line, hints) and showing_program(hints.command) != "git":
            return None
        alone = hints.exit_code == 0 and ours and _BESIDE.issuperset(programs(hints.command))
        if _REFUSED.match(line):
            return _refused(lines, at, final, [])
        if alone:
            return None
        if _CONFLICT.match(line):
            return _conflict(lines, at, final)
        if line.startswith("remote: "):
            return _remote(lines, at, final, hints)
        if line.startswith("hint: "):
            return _hinted(lines, at, final)
        if _NOT_COMMAND.match(line):
            return _said(lines, at, final, [line.removeprefix("git: ")], "")
        if _BARE.match(line):
            if line.startswith(_COMMIT_ALONE) and not _commits(hints):
                return None
            return _said(lines, at, final, [line], "paragraph")
        found = _PREFIX.match(line)
        shows = ours and is_shown(line, hints) and not hints.exit_code  # `git log` may as well print it as a text
        if found and (_SAYS.match(found["rest"]) or (ours and not shows)):
            return _said(lines, at, final, [found["rest"]], "paragraph")
        return None


def _commits(hints: Hints) -> bool:
    return "git" in programs(hints.command) and " commit" in (hints.command or "") and hints.exit_code != 0


def _said(
    lines: Sequence[str], at: int, final: bool, message: list[str], mode: str, first: int | None = None
) -> Block | NeedMore | None:
    """A failure whose first line is `lines[at]`, given without its prefix in `message`; it begins at `first`.

    `mode` "paragraph": lines that follow without a blank one between may be its lists.
    """
    notes: list[str] = []
    index = at + 1
    end = index
    advised = False
    while True:
        if index >= min(len(lines), at + _MOST):
            if index >= len(lines) and not final:
                return MORE
            break
        line = lines[index]
        found = _PREFIX.match(line)
        if not line.strip():
            if index > end + 1:
                break
            advised = False
            index += 1
            continue
        if found and not found["rest"].startswith("unknown "):
            message.append(found["rest"])
        elif line.startswith("hint:"):
            notes.append(line[5:].strip())
        elif _USAGE.match(line):
            break
        elif _ADVICE.match(line.lstrip()):
            advised = True
            notes.append(line.strip())
        elif advised or (notes and line[:1] in "\t ") or line.startswith("    git "):
            notes.append(line.strip())
        elif line[:1] == "\t" or (mode and index == end and index == at + 1 and message[-1].endswith(":")):
            message.append(line.strip())
        else:
            break
        index += 1
        end = index
    begin = at if first is None else first
    return complaint("git", message, begin, end, notes=[note for note in notes if note])


def _refused(lines: Sequence[str], at: int, final: bool, said: list[str], first: int | None = None) -> Block | NeedMore:
    """A push or fetch that was refused: a line for each ref, then that it failed; `said`: what the other side told."""
    message: list[str] = []
    notes: list[str] = []
    index = at
    while index < min(len(lines), at + _MOST):
        line = lines[index]
        refused = _REFUSED.match(line)
        if refused:
            message.append(f"[{refused['why']}] {' '.join(refused['what'].split())}")
        elif line.startswith("hint:"):
            notes.append(line[5:].strip())
        elif found := _PREFIX.match(line):
            message.append(found["rest"])
        elif not line.startswith((" = [", " * [", "   ", " + ", " - [")):
            break
        index += 1
    else:
        if index == len(lines) and not final:
            return MORE
    begin = at if first is None else first
    return complaint("git", [*message, *said], begin, index, notes=[note for note in notes if note])


def _conflict(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore:
    """All conflicts of one merge, and that it failed."""
    message: list[str] = []
    notes: list[str] = []
    index = at
    while index < min(len(lines), at + _MOST):
        line = lines[index]
        if line.startswith("hint:"):
            notes.append(line[5:].strip())
        elif line.startswith("Could not apply "):
            pass  # says again what `error: could not apply` has said
        elif not _AMONG_CONFLICTS.match(line):
            break
        elif not line.startswith(("Auto-merging ", "Adding ", "Removing ", "Recorded ", "Performing ")):
            message.append(line.removeprefix("error: "))
        index += 1
    else:
        if index == len(lines) and not final:
            return MORE
    return complaint("git", message, at, index, notes=[note for note in notes if note])


def _remote(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    """What the other side said, where git failed below it."""
    if at and lines[at - 1].startswith("remote: "):
        return None  # in the midst of what it says: read from its beginning or not at all
    said: list[str] = []
    index = at
    while index < min(len(lines), at + _MOST):
        line = lines[index]
        found = _REMOTE.match(line)
        if found:
            said.append(found["rest"].strip())
        elif _REFUSED.match(line):
            return _refused(lines, index, final, [text for text in said if text], at)
        elif failed := _PREFIX.match(line):
            block = _said(lines, index, final, [failed["rest"]], "paragraph", at)
            if not isinstance(block, Block) or not any(said):
                return block
            report = block.reports[0]
            return complaint(
                "git", [report.message, *(text for text in said if text)], at, block.end, notes=report.notes
            )
        elif not line.startswith(("To ", "Pushing to ", "error: ")):
            return None
        index += 1
    return MORE if index == len(lines) and not final else None


def _hinted(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """Hints that stand above the failure they belong to."""
    if at and lines[at - 1].startswith("hint:"):
        return None
    index = at
    while index < min(len(lines), at + _MOST) and lines[index].startswith("hint:"):
        index += 1
    if index == len(lines):
        return None if final else MORE
    found = _PREFIX.match(lines[index])
    if not found:
        return None
    block = _said(lines, index, final, [found["rest"]], "paragraph", at)
    if not isinstance(block, Block):
        return block
    report = block.reports[0]
    hints = [text for line in lines[at:index] if (text := line[5:].strip())]
    return complaint("git", report.message, at, block.end, notes=[*hints, *report.notes])


DIALECT = _Git()
