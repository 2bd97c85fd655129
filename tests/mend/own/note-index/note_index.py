#!/usr/bin/env python3
"""Build an index of the words in a folder of notes: word -> files."""
import os
import re
import sys

SKIP = {"the", "and", "for", "with", "from", "then", "into"}


def words(text):
    return {w for w in re.findall(r"[a-zà-ÿ]+", text.lower()) if len(w) > 2} - SKIP


def build_index(folder):
    index = {}
    count = 0
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".txt"):
            continue
        with open(name, encoding="utf-8") as note:
            text = note.read()
        count += 1
        for word in words(text):
            index.setdefault(word, []).append(name)
    return index, count


def search(index, *wanted):
    """Files that hold all wanted words."""
    found = None
    for word in wanted:
        files = set(index.get(word.lower(), ()))
        found = files if found is None else found & files
    return sorted(found or ())


def longest_words(index, number=3):
    return sorted(index, key=lambda word: (-len(word), word))[:number]


def show(index, at_least=2):
    for word in sorted(index):
        if len(index[word]) >= at_least:
            print(f"{word}: {', '.join(index[word])}")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "."
    index, count = build_index(folder)
    show(index)
    print("eggs and flour:", ", ".join(search(index, "eggs", "flour")) or "nowhere")
    print("long words:", ", ".join(longest_words(index)))
    print(count, "notes,", len(index), "words")


if __name__ == "__main__":
    main()
