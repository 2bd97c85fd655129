# Status board for the parcels desk.
# Needs nothing but the standard library.

from datetime import date

TODAY = date(2024, 6, 14)

parcels = [
    {"id": "A-1001", "to": "Lyon", "sent": date(2024, 6, 3), "scans": ["hub", "van", "door"]},
    {"id": "A-1002", "to": "Porto", "sent": date(2024, 6, 12), "scans": []},
    {"id": "A-1003", "to": "Bergen", "sent": date(2024, 6, 10), "scans": ["hub", "ship"]},
]


def state_of(parcel):
    if not parcel["scans"]:
        return "waiting"
    if parcel["scans"][-1] == "door":
        return "delivered"
    return "in transit"


def age(parcel):
    return (TODAY - parcel["sent"]).days


def board_line(parcel):
    """One line of the board, for example `A-1001  Lyon   delivered   11 d`."""
    state = state_of(parcel)
    late = " !" if state != "delivered" and age(parcel) > 3 else ""
    return f"{parcel["id"]}  {parcel["to"]:<12}  {state:<11} {age(parcel):>3} d{late}"


def problems(parcels):
    """Sentences about parcels that somebody has to look after."""
    for parcel in parcels:
        days = age(parcel)
        state = state_of(parcel)
        if state == "waiting" and days >= 2:
            yield f"{parcel['id']} has not been fetched for {days} days"
        elif state == "in transit" and days > 7:
            yield f"{parcel['id']} should have arrived by now"


def find(parcels, number):
    for parcel in parcels:
        if parcel["id"] == number:
            return parcel
    return None


def scan(parcels, number, place):
    """Book a scan; False for a parcel that we do not know."""
    parcel = find(parcels, number)
    if parcel is None:
        return False
    parcel["scans"].append(place)
    return True


def board(parcels):
    for parcel in sorted(parcels, key=lambda p: p["sent"]):
        print(board_line(parcel))


def main():
    board(parcels)
    for sentence in problems(parcels):
        print("!!", sentence)
    if not scan(parcels, "A-1099", "hub"):
        print("unknown parcel A-1099")
    done = [p for p in parcels if state_of(p) == "delivered"]
    print(f"delivered: {len(done)} of {len(parcels)}")


main()
