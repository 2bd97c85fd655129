"""Checks the sign-up forms of the kayak club."""
from typing import List, Optional

from pydantic import BaseModel, Field, ValidationError


class Address(BaseModel):
    street: str
    town: str = "Harbour Town"


class Signup(BaseModel):
    name: str = Field(min_length=2)
    age: int = Field(ge=8, le=99)
    phone: Optional[str]
    address: Address
    boats: List[str] = []


FORMS = [
    {"name": "Kai", "age": "17", "address": {"street": "Quay 3"}},
    {"name": "Ola", "age": 40, "phone": "555-0101", "address": {"street": "Hill 1"}, "boats": ["red one"]},
]

BAD = {"name": "Baby", "age": 2, "phone": "555-0102", "address": {"street": "Hill 1"}}


def load(forms):
    return [Signup.model_validate(form) for form in forms]


def main():
    members = load(FORMS)
    for member in members:
        print(f"{member.name} ({member.age}) phone {member.phone or '-'}, {member.address.town}")
    print(len(members), "members")
    try:
        Signup.model_validate(BAD)
    except ValidationError as error:
        print("rejected:", ", ".join(str(e["loc"][0]) for e in error.errors()))


if __name__ == "__main__":
    main()
