"""Copy open tickets from the old tracker into the new board.

Both ends are simulated by small in-memory services, so that the script can be
tried without credentials:  python sync.py
"""
from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field


@dataclass
class OldTracker:
    """Stand-in for the REST client of the old tracker."""

    tickets: dict[int, dict] = field(default_factory=dict)
    calls: int = 0

    async def list_open(self) -> list[int]:
        await asyncio.sleep(0.01)
        self.calls += 1
        return [number for number, t in self.tickets.items() if t["state"] != "closed"]

    async def fetch(self, number: int) -> dict:
        await asyncio.sleep(random.uniform(0.001, 0.01))
        self.calls += 1
        return dict(self.tickets[number], number=number)


@dataclass
class Board:
    cards: list[dict] = field(default_factory=list)

    async def add_card(self, title: str, lane: str, points: int) -> int:
        await asyncio.sleep(0.001)
        self.cards.append({"title": title, "lane": lane, "points": points})
        return len(self.cards)


LANES = {"new": "Backlog", "doing": "In progress", "review": "Review"}


def estimate(ticket: dict) -> int:
    """Rough story points: one per 40 words of description, at least one."""
    words = len(ticket["description"].split())
    return max(1, words // 40)


async def copy_ticket(source: OldTracker, board: Board, number: int) -> str:
    ticket = source.fetch(number)
    title = f"#{number} {ticket['title']}"
    lane = LANES.get(ticket["state"], "Backlog")
    await board.add_card(title, lane=lane, points=estimate(ticket))
    return title


async def sync(source: OldTracker, board: Board) -> list[str]:
    numbers = await source.list_open()
    limit = asyncio.Semaphore(3)

    async def guarded(number: int) -> str:
        async with limit:
            return await copy_ticket(source, board, number)

    return await asyncio.gather(*(guarded(n) for n in sorted(numbers)))


def demo_tracker() -> OldTracker:
    return OldTracker(
        tickets={
            17: {"title": "Printer queue stalls", "state": "new", "description": "word " * 90},
            21: {"title": "Typo on login page", "state": "review", "description": "one letter"},
            22: {"title": "Old export", "state": "closed", "description": "done"},
            30: {"title": "Slow search", "state": "doing", "description": "word " * 130},
        }
    )


if __name__ == "__main__":
    tracker, board = demo_tracker(), Board()
    copied = asyncio.run(sync(tracker, board))
    for title in copied:
        print("copied", title)
    print("points:", sum(card["points"] for card in board.cards), "calls:", tracker.calls)
