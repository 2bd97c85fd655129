"""Fees of the music school, per lesson and month."""

RATES = {"piano": 0.1, "violin": 0.2, "drums": 0.15}
BASE = 20.0


def surcharge(instruments):
    """Sum of the surcharge rates of the instruments."""
    return sum(RATES[name] for name in instruments)


def monthly_fee(lessons, instruments=(), siblings=0):
    if lessons < 0:
        raise ValueError("lessons must not be negative")
    fee = lessons * BASE * (1 + surcharge(instruments))
    if siblings:
        fee *= 0.9
    return round(fee, 2)
