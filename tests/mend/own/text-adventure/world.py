"""The castle: rooms, exits and things."""

ROOMS = {
    "hall": {
        "text": "A cold hall with a stone floor.",
        "exits": {"north": "library", "east": "kitchen"},
        "items": [],
    },
    "library": {
        "text": "Shelves up to the ceiling. It smells of dust.",
        "exits": {"south": "hall", "up": "tower"},
        "items": ["lamp"],
    },
    "kitchen": {
        "text": "Copper pots, a big table and a mouse.",
        "exits": {"west": "hall", "down": "cellar"}
        "items": ["key", "bread"],
    },
    "cellar": {
        "text": "It is dark. You should have a lamp here.",
        "exits": {"up": "kitchen"},
        "items": ["chest"],
        "dark": True,
    },
    "tower": {
        "text": "You see the whole valley.",
        "exits": {"down": "library"},
        "items": [],
    },
}

START = "hall"
GOAL = ("cellar", "chest")
