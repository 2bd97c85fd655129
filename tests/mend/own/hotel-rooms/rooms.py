"""Quote prices for a stay.

    python rooms.py --nights 3 [--guests 2]
"""
import argparse

ROOMS = {
    "single": {
        "beds": 1,
        "price": 72.0,
    },
    "double": {
        "beds": 2,
        "price": 95.0,
    },
    "family": {
        "beds": 4,
        "price": 145.0,
    }
    "suite": {
        "beds": 2,
        "price": 210.0,
    },
}

SEASON_FACTOR = {"low": 0.85, "mid": 1.0, "high": 1.3}


def quote(kind, nights, season="mid"):
    """Price of a stay; a week or longer is 10 % off."""
    price = ROOMS[kind]["price"] * nights * SEASON_FACTOR[season]
    if nights >= 7:
        price *= 0.9
    return round(price, 2)


def cheapest(guests):
    fitting = [kind for kind, room in ROOMS.items() if room["beds"] >= guests]
    return min(fitting, key=lambda kind: ROOMS[kind]["price"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nights", type=int, default=1)
    parser.add_argument("--guests", type=int, default=2)
    parser.add_argument("--season", choices=sorted(SEASON_FACTOR), default="mid")
    args = parser.parse_args()

    print(f"{'room':<12}{'beds':>4}{'price':>12}")
    for kind, room in ROOMS.items():
        print(f"{kind:<12}{room['beds']:>4}{quote(kind, args.nights, args.season):>12.2f}")
    print("cheapest for two:" if args.guests == 2 else f"cheapest for {args.guests}:", cheapest(args.guests))


if __name__ == "__main__":
    main()
