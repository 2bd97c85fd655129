# puts all my notes of a week into one text
import os
import sys

FOLDER = "notes"


def is_note(name):
    return name.endswith(".txt") and not name.startswith(".")


def read_notes(folder):
    notes = {}
    for name in sorted(os.listdir(folder)):
        if not is_note(name):
            continue
        with open(name, encoding="utf-8") as f:
            notes[os.path.splitext(name)[0]] = f.read().strip()
    return notes


def word_count(notes):
    return sum(len(text.split()) for text in notes.values())


def find(notes, word):
    """titles of the notes in which a word occurs"""
    word = word.lower()
    return [title for title, text in notes.items() if word in text.lower()]


def merge(notes):
    parts = []
    for title, text in notes.items():
        parts.append("== " + title)
        parts.append(text)
        parts.append("")
    return "\n".join(parts)


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else FOLDER
    notes = read_notes(folder)
    print(merge(notes))
    print("merged", len(notes), "notes")
    print(word_count(notes), "words")
    for word in sys.argv[2:]:
        print(word, "is in", ", ".join(find(notes, word)) or "no note")


main()
