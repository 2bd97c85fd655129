"""Draw the winners of the summer raffle.

Everyone takes part once, however many tickets they bought, and nobody who
won last year can win again.
"""

import argparse
import csv
import random
from typing import Dict, List, Set


class Raffle:
    """Entrants, excluded winners and prizes of one draw."""

    def __init__(self, prizes: List[str], seed: int = 0) -> None:
        self.prizes = prizes
        self.entrants: Set[str] = set()
        self.excluded: Set[str] = set()
        self._random = random.Random(seed)

    def enter(self, ticket: Dict[str, str]) -> None:
        number = ticket["member"].strip().upper()
        if ticket["paid"] == "y":
            self.entrants.add(number)

    def exclude(self, *members: str) -> None:
        self.excluded.update(members)

    @property
    def eligible(self) -> Set[str]:
        return self.entrants - self.excluded

    def draw(self) -> Dict[str, str]:
        """Prize -> member number."""
        count = min(len(self.prizes), len(self.eligible))
        winners = self._random.sample(self.eligible, count)
        return dict(zip(self.prizes, winners))


def read_tickets(name: str) -> List[Dict[str, str]]:
    with open(name, newline="") as handle:
        return list(csv.DictReader(handle))


def check(raffle: Raffle, result: Dict[str, str]) -> None:
    winners = list(result.values())
    assert len(set(winners)) == len(winners), "somebody won twice"
    assert not raffle.excluded & set(winners), "an excluded member won"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tickets")
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--exclude", nargs="*", default=[])
    args = parser.parse_args()

    raffle = Raffle(["Hamper", "Voucher", "Mug"], seed=args.seed)
    tickets = read_tickets(args.tickets)
    for ticket in tickets:
        raffle.enter(ticket)
    raffle.exclude(*args.exclude)

    result = raffle.draw()
    check(raffle, result)
    for prize, member in result.items():
        print(f"{prize:10} {member}")
    print(f"{len(result)} winners from {len(raffle.eligible)} members, {len(tickets)} tickets")


if __name__ == "__main__":
    main()
