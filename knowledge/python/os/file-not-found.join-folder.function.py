"""A function gives the names, and another opens them."""
# setup: mkdir notes; echo one > notes/a.txt
# fails: FileNotFoundError at line 15
# prints: one
import os

def names(folder):
	found = []
	for name in os.listdir(folder):
		if name.endswith(".txt"):
			found.append(name)
	return sorted(found)

def read(name):
	with open(name) as note:
		return note.read().strip()

def show(folder):
	for name in names(folder):
		print(read(name))  # its text

show("notes")
