"""Paid hours of a shift.  Times are minutes since midnight."""


def minutes(text: str) -> int:
    hours, mins = text.split(":")
    return int(hours) * 60 + int(mins)


def paid_minutes(start: str, end: str, breaks: list[int]) -> int:
    """Minutes between start and end (over midnight too), short breaks are paid."""
    length = minutes(end) - minutes(start)
    if length < 0:
        length += 24 * 60
    unpaid = sum(b for b in breaks if b >= 15)
    return length - unpaid


def night_share(start: str, end: str) -> float:
    begin, stop = minutes(start), minutes(end)
    if stop < begin:
        stop += 24 * 60
    night = sum(1 for m in range(begin, stop) if m % 1440 < 360 or m % 1440 >= 1320)
    return night / (stop - begin)
