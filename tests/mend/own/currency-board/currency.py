"""Show an amount in every currency of the board.

Usage: python currency.py AMOUNT CODE
"""
from __future__ import annotations

import sys
from decimal import ROUND_HALF_UP, Decimal

# units of the currency for one euro
RATES: dict[str, Decimal] = {
    "EUR": Decimal("1"),
    "USD": Decimal("1.0812"),
    "CHF": Decimal("0.9580"),
    "SEK": Decimal("11.3025"),
    "PLN": Decimal("4.3150"),
}

CENT = Decimal("0.01")


class UnknownCurrency(KeyError):
    pass


def to_euro(amount: Decimal, code: str) -> Decimal:
    try:
        return amount / RATES[code]
    except KeyError:
        raise UnknownCurrency(code) from None


def board(amount: Decimal, code: str, rates: dict[str, Decimal]) -> dict[str, Decimal]:
    """The amount in all other currencies, rounded to cents."""
    euro = to_euro(amount, code)
    return {
        other: (euro * rate).quantize(CENT, rounding=ROUND_HALF_UP)
        for other, rate in rates
        if other != code
    }


def main(argv: list[str]) -> int:
    if len(argv) != 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    amount, code = Decimal(argv[1]), argv[2].upper()
    print(f"{amount} {code} are")
    for other, value in board(amount, code, RATES).items():
        print(f"{other} {value:>10}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
