import sys
from pathlib import Path

from .report import print_report
from .scan import find_duplicates


def main(argv=None):
    argv = sys.argv[1:] if argv is None else argv
    folders = [Path(arg) for arg in argv] or [Path.cwd()]
    print_report(find_duplicates(folders))


main()
