"""Statistics over a saved `git log --oneline --shortstat`."""
import re
import sys
from collections import Counter
from dataclasses import dataclass

SAMPLE = """\
a1b2c3d Add the parser
 3 files changed, 120 insertions(+), 4 deletions(-)
9f8e7d6 Fix: crash on empty input
 1 file changed, 2 insertions(+), 1 deletion(-)
77aa00b Fix: wrong unit in report
 2 files changed, 8 insertions(+), 8 deletions(-)
0c0ffee Docs: explain the options
 1 file changed, 31 insertions(+), 2 deletions(-)
"""

COMMIT = re.compile(r"([0-9a-f]{7}) (.+)")
FILES = re.compile(r"(\d+) files? changed")
ADDED = re.compile(r"(\d+) insertions?\(\+\)")
REMOVED = re.compile(r"(\d+) deletions?\(-\)")


@dataclass
class Commit:
    id: str
    subject: str
    files: int = 0
    added: int = 0
    removed: int = 0

    @property
    def kind(self):
        head, colon, _ = self.subject.partition(":")
        return head.lower() if colon else "other"

    @property
    def churn(self):
        return self.added + self.removed


def read(lines):
    commits = []
    for line in lines:
        found = COMMIT.match(line)
        if found:
            commits.append(Commit(*found.groups()))
        elif "changed" in line:
            last = commits[-1]
            last.files = int(FILES.search(line).group(1))
            last.added = int(ADDED.match(line).group(1))
            last.removed = int(REMOVED.search(line).group(1))
    return commits


def main(argv):
    if len(argv) > 1:
        with open(argv[1], encoding="utf-8") as f:
            text = f.read()
    else:
        text = SAMPLE
    commits = read(text.splitlines())
    kinds = Counter(c.kind for c in commits)
    print("commits:", len(commits), dict(kinds))
    print("lines added:", sum(c.added for c in commits))
    biggest = max(commits, key=lambda c: c.churn)
    print(f"biggest: {biggest.id} ({biggest.churn} lines in {biggest.files} files)")


if __name__ == "__main__":
    main(sys.argv)
