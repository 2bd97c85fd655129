"""The plan of a deployment: stages that hold steps, with what they depend on."""
from dataclasses import dataclass
from enum import Enum
from typing import Iterator


class State(Enum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass
class Step:
    name: str
    command: str
    retries: int = 0
    state: State = State.WAITING


@dataclass
class Stage:
    name: str
    needs: tuple[str, ...] = ()
    steps: list[Step] = []

    def step(self, name: str, command: str, **options) -> "Stage":
        self.steps.append(Step(name, command, **options))
        return self

    @property
    def failed(self) -> bool:
        return any(step.state is State.FAILED for step in self.steps)

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)
