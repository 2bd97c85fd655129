"""Decide who may enter the hall, from the tickets that the scanner saw."""
from dataclasses import dataclass
from datetime import date

EVENT_DAY = date(2024, 6, 14)


@dataclass
class Ticket:
    code: str
    kind: str
    valid_on: date
    used: bool = False


TICKETS = [
    Ticket("A100", "day", date(2024, 6, 14)),
    Ticket("A101", "day", date(2024, 6, 13)),
    Ticket("P007", "pass", date(2024, 1, 1)),
    Ticket("S003", "staff", date(2024, 1, 1), used=True),
    Ticket("A102", "day", date(2024, 6, 14), used=True),
]


def decide(ticket: Ticket) -> tuple[bool, str]:
    """True and a reason if the ticket opens the gate."""
    if ticket.kind == "staff":
        return True, "staff"
    elif ticket.used:
        return False, "already used"
    elif ticket.kind == "day" and ticket.valid_on != EVENT_DAY
        return False, f"only valid on {ticket.valid_on:%d %b}"
    else:
        return True, "welcome"


def main() -> None:
    admitted = refused = 0
    for ticket in TICKETS:
        ok, reason = decide(ticket)
        print(f"{ticket.code}  {'OPEN ' if ok else 'CLOSED'}  {reason}")
        if ok:
            admitted += 1
            ticket.used = True
        else:
            refused += 1
    print("admitted:", admitted)
    print("refused:", refused)


if __name__ == "__main__":
    main()
