"""Text labels for conference badges from a JSON export of the registrations."""

import json
from collections.abc import Iterator
from typing import TypedDict

import click


class Person(TypedDict):
    id: int
    first: str
    last: str
    ticket: str
    workshops: list[str]


TICKETS = {"std": "Standard", "stu": "Student", "spk": "SPEAKER"}


def chosen(people: list[Person], ticket: str | None) -> Iterator[Person]:
    for person in sorted(people, key=lambda p: (p["last"], p["first"])):
        if ticket is None or person["ticket"] == ticket:
            yield person


def label(person: Person, width: int) -> list[str]:
    name = f"{person['first']} {person['last']}"
    lines = [
        name.center(width),
        TICKETS[person["ticket"]].center(width),
        f"#{person['id']:04d}".center(width),
    ]
    if person["workshops"]:
        lines.append(f"Workshops: {", ".join(person['workshops'])}".center(width))
    return lines


def boxed(lines: list[str], width: int) -> str:
    edge = "+" + "-" * width + "+"
    return "\n".join([edge, *(f"|{line}|" for line in lines), edge])


@click.command()
@click.argument("export", type=click.File("r", encoding="utf-8"))
@click.option("--ticket", type=click.Choice(sorted(TICKETS)), default=None)
@click.option("--width", default=36, show_default=True)
def main(export, ticket, width):
    """Print a label for everyone in EXPORT."""
    people = json.load(export)
    printed = 0
    for person in chosen(people, ticket):
        click.echo(boxed(label(person, width), width))
        printed += 1
    click.echo(f"{printed} of {len(people)} labels")


if __name__ == "__main__":
    main()
