"""Simulate many customers booking seats at the same moment."""
import asyncio
import random

ROWS = "ABCD"
SEATS_PER_ROW = 5


class SoldOut(Exception):
    """No seat is left."""


class Hall:
    def __init__(self):
        self.free = [f"{row}{n}" for row in ROWS for n in range(1, SEATS_PER_ROW + 1)]
        self.sold = {}
        self._lock = asyncio.Lock()

    async def book(self, customer, wanted=1):
        """Take `wanted` seats or none."""
        with self._lock:
            if len(self.free) < wanted:
                raise SoldOut(f"{customer} wanted {wanted}, {len(self.free)} left")
            seats = self.free[:wanted]
            await asyncio.sleep(0.001)      # payment
            del self.free[:wanted]
            for seat in seats:
                self.sold[seat] = customer
            return seats

    def plan(self):
        for row in ROWS:
            yield row + " " + "".join(
                "x" if f"{row}{n}" in self.sold else "." for n in range(1, SEATS_PER_ROW + 1)
            )


async def customer(hall, number, rng, refused):
    await asyncio.sleep(rng.random() / 100)
    try:
        await hall.book(f"customer {number}", wanted=3)
    except SoldOut as e:
        refused.append(str(e))


async def main():
    rng = random.Random(7)
    hall = Hall()
    refused = []
    await asyncio.gather(*[customer(hall, i, rng, refused) for i in range(8)])
    print("\n".join(hall.plan()))
    print("sold", len(hall.sold), "refused", len(refused))
    assert len(hall.sold) + len(hall.free) == len(ROWS) * SEATS_PER_ROW


if __name__ == "__main__":
    asyncio.run(main())
