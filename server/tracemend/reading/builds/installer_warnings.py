"""What pip and uv warn of and go on: only warnings that somebody should act on, each known by its sentence.

    WARNING: six 1.17.0 does not provide the extra 'foo'                   pip; before 10 without `WARNING: `
    DEPRECATION: leg is being installed using the legacy 'setup.py install' method, because ...
    warning: `VIRTUAL_ENV=/tmp/v` does not match the project environment path `.venv` and will be ignored; use ...

pip's sentences stand in pip/_internal (req/req_install.py, operations/install/wheel.py, commands/show.py and others),
uv's in `warn_user!` calls of crates/uv. That pip runs as root, or that what is to be removed is not there, is only
told of what a person selected or called pip or uv for: these stand in the output of every image that is built.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.reading.builds.pip_build import pip_block
from tracemend.reading.report import Block, ErrorReport, Hints, Span

_PIP = lazy.regex(
    r"\s{0,8}(?:WARNING|DEPRECATION): (?P<message>"
    r"(?:The script|The scripts) .{1,2000} (?:is|are) installed in '[^']{1,600}' which is not on PATH\."
    r"|Ignoring invalid distribution \S{1,300} \(.{1,600}\)"
    r"|Ignoring incompletely removed distribution \S{1,300} .{1,900}"
    r"|Skipping .{1,600} due to invalid metadata entry '\w{1,40}'"
    r"|Package\(s\) not found: .{1,600}"
    r"|\S{1,300} \S{1,100} does not provide the extra '[^']{1,200}'"
    r"|Requirement '[^']{1,600}' looks like a filename, but the file does not exist"
    r"|The directory '[^']{1,600}' or its parent directory is not owned .{1,400}"
    r"|The repository located at \S{1,300} is not a trusted or secure host .{1,600}"
    r"|The candidate selected for download or install is a yanked version: .{1,1500}"
    r"|Target directory .{1,600} already exists\. Specify --upgrade to force replacement\."
    r"|pip is being invoked by an old script wrapper\. .{1,300}"
    r"|Discarding \S{1,600}\. .{1,600}"
    r"|\S{1,300} is being installed using the legacy 'setup\.py install' method.{1,900}"
    r"|Legacy editable install of \S{1,300} .{1,900}"
    r"|Building '[^']{1,300}' using the legacy setup\.py bdist_wheel mechanism.{0,900}"
    r"|Loading egg at .{1,600} is deprecated\..{0,600})$"
)
_HARMLESS = lazy.regex(
    r"\s{0,8}(?:WARNING|warning): (?P<message>Running pip as (?:the 'root' user|root) .{1,400}"
    r"|Skipping \S{1,300} as it is not installed\.?)$"
)
_INSTALLER = lazy.regex(r"(?:sudo |\S{1,200} -m )?(?:\S{0,200}[\\/])?(?:pip[\d.]{0,4}|uv)(?:\.exe)? ")
_UV = lazy.regex(
    r"warning: (?P<message>"
    r"`VIRTUAL_ENV=[^`]{1,600}` does not match the (?:project|script) environment path `[^`]{1,600}` .{1,300}"
    r"|The package `[^`]{1,300}` does not have an extra named `[^`]{1,200}`"
    r"|Skipping installation of entry points \(`project\.scripts`\).{1,400}"
    r"|`[^`]{1,600}` is not on your PATH\. .{1,600}"
    r"|`[^`]{1,300}` is yanked(?: \(reason: .{1,600}\))?"
    r"|Failed to hardlink files; falling back to full copy\. .{1,600}"
    r"|No `requires-python` value found in the workspace\. .{1,200}"
    r"|Failed to uninstall package at .{1,600}"
    r"|Ignoring existing virtual environment .{1,600})$"
)


def _asked(hints: Hints) -> bool:
    """Whether a person chose the text, or started the installer."""
    return hints.selected or bool(hints.command and _INSTALLER.match(hints.command[:300]))


def of_pip(line: str, at: int, hints: Hints) -> Block | None:
    """pip's warning on the line, None where there is none to be told."""
    found = _PIP.match(line.rstrip()) or (_HARMLESS.match(line.rstrip()) if _asked(hints) else None)
    return pip_block(found["message"], (), at, at + 1, severity="warning") if found else None


def of_uv(line: str, at: int, hints: Hints) -> Block | None:
    """uv's warning on the line, None where there is none to be told."""
    found = _UV.match(line.rstrip()) or (_HARMLESS.match(line.rstrip()) if _asked(hints) else None)
    if not found:
        return None
    report = ErrorReport(
        tool="uv", severity="warning", exception=None, message=found["message"], span=Span(at + 1, at + 1)
    )
    return Block((report,), at + 1)
