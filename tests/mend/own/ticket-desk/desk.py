"""Hand the open tickets of the help desk to whoever has the least to do."""
import asyncio
from dataclasses import dataclass, field


@dataclass
class Ticket:
    number: int
    title: str
    owner: str | None = None


@dataclass
class Store:
    """Stands in for the database; every call takes a moment."""

    tickets: list[Ticket] = field(default_factory=list)

    async def open_tickets(self) -> list[Ticket]:
        await asyncio.sleep(0.01)
        return [t for t in self.tickets if t.owner is None]

    async def assign(self, number: int, owner: str) -> Ticket:
        await asyncio.sleep(0.01)
        for ticket in self.tickets:
            if ticket.number == number:
                ticket.owner = owner
                return ticket
        raise LookupError(f"no ticket {number}")

    async def load_of(self, owner: str) -> int:
        await asyncio.sleep(0)
        return sum(t.owner == owner for t in self.tickets)


class Desk:
    def __init__(self, store: Store, people: list[str]):
        self.store = store
        self.people = people

    async def least_busy(self) -> str:
        loads = await asyncio.gather(*(self.store.load_of(p) for p in self.people))
        return min(zip(loads, self.people))[1]

    async def hand_out(self) -> None:
        for ticket in self.store.open_tickets():
            person = await self.least_busy()
            done = await self.store.assign(ticket.number, person)
            print(f"#{done.number} {done.title} -> {done.owner}")


async def main() -> None:
    store = Store([
        Ticket(1, "new laptop", owner="Ada"),
        Ticket(2, "printer jam"),
        Ticket(3, "lost password"),
    ])
    desk = Desk(store, ["Ada", "Kim"])
    await desk.hand_out()
    print("open afterwards:", len(await store.open_tickets()))


asyncio.run(main())
