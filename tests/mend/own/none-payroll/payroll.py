"""Weekly pay of the helpers."""
from dataclasses import dataclass


@dataclass
class Week:
    name: str
    regular_hours: float
    paid_hours: float
    rate: float


WEEKS = [
    Week("Ada", 38.0, 36.5, 15.0),
    Week("Bo", 20.0, 22.0, 14.5),
]


def pay(week):
    return week.hours * week.rate


def main():
    for week in WEEKS:
        print(f"{week.name:<8}{pay(week):>9.2f}")
    print(f"{'all':<8}{sum(pay(w) for w in WEEKS):>9.2f}")


if __name__ == "__main__":
    main()
