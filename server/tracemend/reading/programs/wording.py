"""Words that readers of programs' messages go by: what says that something failed, and what names a program."""

from __future__ import annotations

import re
from typing import Final

from tracemend import lazy

WORDING: Final = lazy.regex(
    r"\b(?:cannot|can not|can't|could not|couldn't|unable|fail(?:ed|s|ure|ing)?|invalid|illegal|unknown|unrecogni[sz]ed"
    r"|unexpected|unsupported|unterminated|unmatched|undefined|not found|no such|no rule|not (?:an?|allowed|permitted"
    r"|supported|installed|valid|recogni[sz]ed|enabled|specified|available|running|readable|writable|in)|do(?:es)? not"
    r"|doesn't|didn't|don't|denied|refused|rejected|missing|error|bad|expect(?:ed|s)|requires?|too (?:many|few|long"
    r"|large"
    r"|old)|already (?:exists|in use|running|allocated)|ambiguous|omitting|must|isn't|aren't|is not|are not|need(?:s"
    r"|ed)?"
    r" to|timed out|unreachable|abort(?:ed|ing)|corrupt(?:ed)?|exceed(?:ed|s)|mismatch|unavailable|reset by peer"
    r"|no space"
    r"|out of memory|killed|crashed|misspelled|no \w{2,20}(?: \w{2,20})? (?:is|are|was|were) |forbidden|unauthorized"
    r"|expired|no longer|never|without"
    r"|refus(?:es|ing)|prevents?|no \w{2,20} specified|only root can)\b",
    re.IGNORECASE,
)
"""What a message says that tells of a failure."""

NOT_PROGRAMS: Final = frozenset(
    {
        "cause", "caused", "d", "debug", "description", "details", "e", "error", "errors", "example", "fatal", "fix",
        "fixed", "from", "hint", "http", "https", "i", "info", "message", "name", "note", "notes", "notice", "output",
        "path", "question", "reason", "response", "result", "see", "status", "summary", "test", "tests", "tip", "title",
        "todo", "traceback", "type", "url", "usage", "value", "version", "w", "warn", "warning",
    }
)  # fmt: skip
"""Words that stand before a colon and are no program's name."""

WELL_KNOWN: Final = frozenset(
    {
        "adb", "alembic", "ansible", "ansible-playbook", "apt", "apt-get", "ar", "aws", "az", "black", "brew", "bundle",
        "bzip2", "cargo", "cat", "celery", "chmod", "chown", "cmake", "conda", "cp", "createdb", "crontab", "curl",
        "dd", "deno", "df", "diff", "dig", "dnf", "docker", "dotnet", "dpkg", "dpkg-deb", "dpkg-query", "du",
        "ffmpeg", "ffprobe", "fish",
        "flake8", "flask", "gcloud", "gem", "gh", "git", "go", "goenv", "gpg", "gradle", "grep", "gunicorn", "gzip",
        "head", "helm", "hg", "java", "javac", "jenv", "jq", "jupyter", "kubectl", "ln", "ls", "lsof", "make", "man",
        "mkdir", "mktemp", "mongod", "mount", "mv", "mvn", "mysql", "mysqldump", "nc", "ninja", "node", "nodenv",
        "nohup", "npm", "npx", "openssl", "perl", "pg_dump", "php", "phpenv", "ping", "pip", "pipx", "plenv", "pnpm",
        "poetry", "psql", "pyenv", "python", "python3", "rails", "rbenv", "readlink", "redis-cli", "rm", "rmdir",
        "rsync", "ruby", "rustc", "rustup", "scp", "screen", "sed", "sftp", "snap", "socat", "sort", "sqlite3", "ssh",
        "ssh-add", "ssh-copy-id", "ssh-keygen", "strace", "su", "sudo", "svn", "systemctl", "tail", "tar", "tee",
        "terraform", "tftp", "tmux", "umount", "unzip", "uv", "uvicorn", "uwsgi", "vagrant", "virtualenv", "wget",
        "xargs", "xz", "yarn", "yum", "zip", "zstd",
    }
)  # fmt: skip
"""Programs whose name before a colon tells whose line it is, where the command is not known."""

ALIASES: Final = {
    "apt-get": "apt",
    "apt-cache": "apt",
    "apt-key": "apt",
    "django-admin": "django",
    "dpkg-deb": "dpkg",
    "dpkg-query": "dpkg",
    "manage": "django",
    "mysqladmin": "mysql",
    "mysqldump": "mysql",
    "redis-cli": "redis",
    "sqlite3": "sqlite",
}
"""The tool whose program it is: programs that come together share one name."""
