"""Check the answers of the sign-up form before they go into the list."""
import json
from typing import List, Optional

from pydantic import BaseModel

ANSWERS = """
[
  {"name": "Omar", "phone": "555-0134", "days": ["sat", "sun"]},
  {"name": "Lena", "days": ["sat"]},
  {"name": "Ivo", "phone": null, "days": ["sun"], "age": "17"}
]
"""


class Volunteer(BaseModel):
    """One answer.  Phone and age are optional in the form."""

    name: str
    days: List[str]
    phone: Optional[str]
    age: int = 18

    @property
    def contact(self) -> str:
        return self.phone or "no phone"


class Event:
    def __init__(self) -> None:
        self.volunteers: List[Volunteer] = []

    def load(self, text: str) -> None:
        for answer in json.loads(text):
            self.volunteers.append(Volunteer(**answer))

    def on(self, day: str) -> List[Volunteer]:
        return [v for v in self.volunteers if day in v.days]


if __name__ == "__main__":
    event = Event()
    event.load(ANSWERS)
    for v in sorted(event.volunteers, key=lambda v: v.name):
        print(f"{v.name}: {v.contact}" + (" (minor)" if v.age < 18 else ""))
    print(f"{len(event.volunteers)} volunteers, {len(event.on('sat'))} helpers on Saturday")
