"""A chess clock with increment, driven by recorded think times."""
from __future__ import annotations

from enum import Enum


class Side(Enum):
    WHITE = "white"
    BLACK = "black"

    @property
    def other(self) -> Side:
        return Side.BLACK if self is Side.WHITE else Side.WHITE


class FlagFall(Exception):
    """A side has no time left."""


class ChessClock:
    def __init__(self, seconds: int, increment: int = 0) -> None:
        self.remaining = {Side.WHITE: seconds, Side.BLACK: seconds}
        self.increment = increment
        self.to_move = Side.WHITE
        self.moves = 0

    def press(self, used: int) -> None:
        """The side to move has used `used` seconds and presses its button."""
        side = self.to_move
        left = self.remaining[side] - used
        if left <= 0:
            self.remaining[side] = 0
            raise FlagFall(side.value)
        self.remaining[side] = left + self.increment
        self.to_move = side.other
        self.moves += 1

    def face(self, side: Side) -> str:
        minutes, seconds = divmod(remaining[side], 60)
        return f"{minutes}:{seconds:02}"

    def __str__(self) -> str:
        return "  ".join(f"{side.value} {self.face(side)}" for side in Side)


def replay(think_times: list[int]) -> ChessClock:
    clock = ChessClock(180, increment=2)
    for used in think_times:
        print(f"move {clock.moves + 1}: {clock.to_move.value} thinks {used} s")
        clock.press(used)
    return clock


if __name__ == "__main__":
    clock = replay([4, 3, 8, 6, 6, 2])
    print(clock)
