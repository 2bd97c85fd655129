"""Rooms that have a guest."""
# run: ruff check --isolated --select E711 {file}
# needs: ruff
# fails: E711 at line 9

ROOMS = {1: "Ada", 2: None}

for number, guest in ROOMS.items():
    if number and guest!=None:  # someone sleeps there
        print(number, guest)
