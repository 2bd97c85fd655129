"""Belegungsplan für das Seminarhaus."""
from collections import defaultdict

# Zimmer, Gast, Nächte
BOOKINGS = [
    (3, "Familie Ost", 2),
    (12, "Kurs Keramik", 5),
    ("12b", "Kurs Keramik", 5),
    (7, "Wandergruppe", 1),
    (101, "Dozentin", 5),
    (3, "Ehepaar Lind", 3),
]

RATE = {"Kurs Keramik": 41.0}
STANDARD = 55.0


def by_room(bookings):
    rooms = defaultdict(list)
    for room, guest, nights in bookings:
        rooms[room].append((guest, nights))
    return rooms


def show(rooms):
    for room in sorted(rooms):
        print(f"Zimmer {room}")
        for guest, nights in rooms[room]:
            price = nights * RATE.get(guest, STANDARD)
            print(f"   {guest:<16} {nights} Nächte  {price:8.2f}")


if __name__ == "__main__":
    plan = by_room(BOOKINGS)
    show(plan)
    print("Zimmer belegt:", len(plan))
