"""Translate Windows paths in the scan list into paths on the new file server."""
from pathlib import PurePosixPath, PureWindowsPath

# longest prefix first
MAPPING = [
    ("C:\Users", "/mnt/home"),
    ("D:/shared/office", "/srv/office"),
    ("D:/shared", "/srv/shared"),
]

SCAN_LIST = r"""
C:\Users\anna\report.docx
C:\Users\ben\todo.txt
D:\shared\office\rota.xlsx
D:\shared\photos\0001.jpg
E:\backup\old.zip
"""


def translate(text):
    """The new path for a Windows path, or None if its drive is not mapped."""
    path = PureWindowsPath(text)
    for prefix, target in MAPPING:
        try:
            rest = path.relative_to(PureWindowsPath(prefix))
        except ValueError:
            continue
        return PurePosixPath(target, *rest.parts)
    return None


def main():
    unmapped = set()
    for line in SCAN_LIST.split("\n"):
        line = line.strip()
        if not line:
            continue
        new = translate(line)
        if new is None:
            unmapped.add(PureWindowsPath(line).drive)
        else:
            print(f"{line:<32} -> {new}")
    print("not mapped:", ", ".join(sorted(unmapped)))


if __name__ == "__main__":
    main()
