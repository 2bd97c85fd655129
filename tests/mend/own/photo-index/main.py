#!/usr/bin/env python3
# Makes an index page out of the text notes that lie beside the photos.
import html
import os

NOTES_DIR = "notes"
PAGE = "<h1>Index</h1>\n<ul>\n{items}\n</ul>"


def list_notes(folder):
	names = []
	for name in os.listdir(folder):
		if name.endswith(".txt"):
			names.append(name)
	return sorted(names)


def read_note(name):
	"""Title (the first line) and the number of lines below it."""
	with open(name) as f:
		title = f.readline().strip()
		rest = f.readlines()
	return title, len(rest)


def photos_without_note(folder):
	"""Photos to which nobody has written anything yet."""
	stems = set(name[:-4] for name in list_notes(folder))
	missing = []
	for name in os.listdir(folder):
		stem, ext = os.path.splitext(name)
		if ext.lower() in (".jpg", ".png") and stem not in stems:
			missing.append(name)
	return sorted(missing)


def make_page(folder):
	items = []
	for name in list_notes(folder):
		title, count = read_note(name)
		items.append("  <li>%s (%d lines)</li>" % (html.escape(title), count))
	return PAGE.format(items="\n".join(items))


if __name__ == "__main__":
	page = make_page(NOTES_DIR)
	print(page)
	for name in photos_without_note(NOTES_DIR):
		print("no note for", name)
