"""conda's and mamba's errors: the exception's name, its text, and the paragraphs that belong to it.

    PackagesNotFoundError: The following packages are not available from current channels:

      - nosuch-zz

    Current channels:
    ...

conda/exception_handler.py prints `Name: text`, without a traceback where conda expected the error
(conda/exceptions.py has the names and texts, conda_libmamba_solver/exceptions.py its own). libmamba's programs
(mamba, micromamba) log `error    libmamba text` and `critical libmamba text` (libmamba/src/core/output.cpp).
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.report import MORE, Block, ErrorReport, Hints, NeedMore, Span

_TEXT_LINES = 120

_NAMED = lazy.regex(
    r"(?P<type>Conda[A-Z]\w{2,50}(?:Error|Exception)|CondaError|PackagesNotFoundError|PackagesNotFoundInChannelsError"
    r"|ResolvePackageNotFound|UnsatisfiableError|LibMambaUnsatisfiableError|EnvironmentNameNotFound"
    r"|EnvironmentLocationNotFound|EnvironmentNotWritableError|EnvironmentFileNotFound|EnvironmentFileEmpty"
    r"|EnvironmentFileExtensionNotValid|NotWritableError|NoWritablePkgsDirError|NoWritableEnvsDirError"
    r"|PackageNotInstalledError|SpecsConfigurationConflictError|ChecksumMismatchError|ClobberError|SafetyError"
    r"|DirectoryNotACondaEnvironmentError|DirectoryNotFoundError|SpecNotFound|InvalidMatchSpec|InvalidVersionSpec"
    r"|UnavailableInvalidChannel|ChannelNotAllowed|ChannelDenied|RemoveError|DisallowedPackageError|NoSpaceLeftError"
    r"|CorruptedEnvironmentError|PaddingError|TooManyArgumentsError|TooFewArgumentsError|CommandArgumentError"
    r"|CustomValidationError|BasicClobberError|NoBaseEnvironmentError|ArgumentError|CommandNotFoundError)"
    r": ?(?P<message>.*)"
)
_SHARED = frozenset({"ArgumentError", "CommandNotFoundError", "DirectoryNotFoundError", "NotWritableError"})
"""Names that other programs have too: conda's only where the command is conda's."""

_CONDA_COMMAND = lazy.regex(r"(?:^|[\s/\\;&|(])(?:conda|mamba|micromamba|anaconda)(?:\.exe|\.bat)?\s")
_LIBMAMBA = lazy.regex(r"(?:error|critical) {1,4}libmamba (?P<message>.+)")
_MAMBA = lazy.regex(r"(?P<message>Encountered problems while solving[.:].*|Could not solve for environment specs)$")
_GOES_ON = lazy.regex(
    r"critical libmamba |error {1,4}libmamba |Problem: |The environment can't be solved|[ \t]|- |[├└│]"
    r"|Current channels:|To search for alternate channels|looking for, navigate|and use the search bar"
    r"|Elapsed: |CF-RAY: |An HTTP error occurred|A remote server error|HTTP errors are often|If your current network"
    r"|A simple retry|ConnectionError\(|SSLError\(|Could not solve for environment specs|The following packages are "
    r"|Specifications:|Your (?:python|installed version)|If python is on|conclude|The following specifications were "
    r"|Output in format: |Package \S{1,200} conflicts for:|Pins seem to be|Note that |You can list all|To initialize "
    r"|Currently supported shells|See 'conda init|IMPORTANT: You may need|your shell|  ?\$ conda "
    r"|environment location: "
    r"|uid: |gid: |conda config|Use |because |Your shell has not been"
)


def read_conda(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    """The error of conda or mamba that begins at `lines[at]`."""
    line = lines[at]
    named = _NAMED.match(line)
    found = named or _LIBMAMBA.match(line) or _MAMBA.match(line)
    if not found:
        return None
    exception = named["type"] if named else None
    if exception in _SHARED and not (hints.command and _CONDA_COMMAND.search(hints.command[:2000])):
        return None
    text = [found["message"].rstrip()]
    end = index = at + 1
    limit = min(len(lines), at + _TEXT_LINES)
    while index < limit:
        line = lines[index]
        if not line.strip():
            if index - end >= 2:
                break
        elif _GOES_ON.match(line) or (index == end and not text[-1]) or (index == end and text[-1].endswith(":")):
            text += [""] * (index - end)
            text.append(line.rstrip())
            end = index + 1
        elif named and index == end and len(text) < 12 and not line.startswith(("$ ", "(", "PS ", "Traceback ", "#")):
            text.append(line.rstrip())  # the same paragraph
            end = index + 1
        else:
            break
        index += 1
    else:
        if limit == len(lines) and not final:
            return MORE
    report = ErrorReport(
        tool="conda",
        severity="error",
        exception=exception,
        message="\n".join(text).strip("\n"),
        span=Span(at + 1, end),
    )
    return Block((report,), end)
