"""What an entry needs as time goes by, told as warnings: a check that passes today does not fail by the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tracemend.knowledge.coverage import says_nothing_of_code
from tracemend.knowledge.fault import Fault, MakeFault
from tracemend.knowledge.model import Entry

REVIEW_DAYS = 365
_ZONES = timedelta(days=1)
"""It is tomorrow already in half of the world."""
NO_EDIT_WARNS = False
"""Whether an entry about code with neither an edit nor `no_edit` is warned of. False: it is a fault."""


def check(entry: Entry, fault: MakeFault, today: date) -> Iterator[Fault]:
    """A review that is old, or is still to come; an error in code for which no edit is offered and none ruled out."""
    if entry.disabled:
        return
    try:
        reviewed = date.fromisoformat(entry.reviewed)
    except ValueError:
        reviewed = today  # that it is no date is told elsewhere
    if reviewed > today + _ZONES:
        yield fault("reviewed", f"{entry.reviewed} is still to come.", "Write the day on which it was reviewed.")
    elif (today - reviewed).days > REVIEW_DAYS:
        message = f"it was not reviewed for {(today - reviewed).days} days."
        advice = "Read it against its sources and the newest versions, mend it, and write today's date."
        yield fault("reviewed", message, advice)._replace(warning=True)
    if says_nothing_of_code(entry):
        advice = "Add an edit with a proof, or say in `no_edit` why no edit of the program is honest."
        found = fault("fixes", "none of them edits the program, and `no_edit` is missing.", advice)
        yield found._replace(warning=NO_EDIT_WARNS)
