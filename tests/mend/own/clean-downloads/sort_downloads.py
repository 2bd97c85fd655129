# Sorts the downloads folder: prints (or really does, with --move) which file
# goes where.

import os
import shutil
import sys

DOWNLOADS = "downloads"

KINDS = {
    "pictures": (".jpg", ".jpeg", ".png", ".gif"),
    "documents": (".pdf", ".docx", ".txt", ".csv"),
    "archives": (".zip", ".tar", ".gz"),
}

def kind_of(name):
    ext = os.path.splitext(name)[1].lower()
    for kind, extensions in KINDS.items():
        if ext in extensions:
            return kind
    return "other"

def find_files(folder):
    """(name, size) of all files, greatest first; no hidden ones, no folders."""
    files = []
    for name in os.listdir(folder):
        if name.startswith(".") or os.path.isdir(os.path.join(folder, name)):
            continue
        files.append((name, os.path.getsize(name)))
    files.sort(key=lambda f: (-f[1], f[0]))
    return files

def move(folder, name, kind):
    target = os.path.join(folder, kind)
    if not os.path.exists(target):
        os.makedirs(target)
    shutil.move(os.path.join(folder, name), os.path.join(target, name))

def main():
    really = "--move" in sys.argv
    sizes = {}
    for name, size in find_files(DOWNLOADS):
        kind = kind_of(name)
        print("%-22s %6d bytes -> %s/" % (name, size, kind))
        sizes[kind] = sizes.get(kind, 0) + size
        if really:
            move(DOWNLOADS, name, kind)
    print()
    for kind in sorted(sizes):
        print("%-10s %6d bytes" % (kind, sizes[kind]))

if __name__ == "__main__":
    main()
