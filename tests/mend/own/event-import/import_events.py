"""Read events from a JSON-lines export and validate them."""
import json
from datetime import datetime
from pathlib import Path
from typing import List, Optional

from pydantic import BaseModel, ConfigDict, Field, field_validator


class Place(BaseModel):
    name: str
    seats: int = Field(ge=1)


class Event(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True)

    title: str
    start: datetime
    place: Place
    speakers: List[str] = Field(default_factory=list)
    url: Optional[str]
    sold: int = 0

    @field_validator("title")
    @classmethod
    def tidy_title(cls, value: str) -> str:
        return value[:1].upper() + value[1:]

    @property
    def left(self) -> int:
        return self.place.seats - self.sold


def read_events(path: Path) -> List[Event]:
    events = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                events.append(Event.model_validate(json.loads(line)))
    return sorted(events, key=lambda e: e.start)


def describe(event: Event) -> str:
    who = ", ".join(event.speakers) or "no speakers yet"
    link = f" <{event.url}>" if event.url else ""
    return f"{event.start:%d.%m. %H:%M} {event.title} ({who}), {event.left} seats left{link}"


if __name__ == "__main__":
    events = read_events(Path("events.jsonl"))
    for e in events:
        print(describe(e))
    print("without link:", sum(e.url is None for e in events))
