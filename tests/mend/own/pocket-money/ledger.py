from __future__ import annotations

import enum
from dataclasses import dataclass, field
from decimal import Decimal


class LedgerError(Exception):
    """Base of all faults of the ledger."""


class InsufficientFunds(LedgerError):
    def __init__(self, account: Account, amount: Decimal) -> None:
        self.account, self.amount = account, amount
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")


class Kind(enum.Enum):
    IN = "+"
    OUT = "-"


@dataclass
class Account:
    owner: str
    balance: Decimal = Decimal("0.00")
    history: list[tuple[Kind, Decimal, str]] = field(default_factory=list)

    def deposit(self, amount: str, text: str) -> None:
        self._book(Kind.IN, Decimal(amount), text)

    def withdraw(self, amount: str, text: str) -> None:
        value = Decimal(amount)
        if value > self.balance:
            raise InsufficientFunds(self, value)
        self._book(Kind.OUT, value, text)

    def _book(self, kind: Kind, value: Decimal, text: str) -> None:
        self.balance += value if kind is Kind.IN else -value
        self.history.append((kind, value, text))


def run(account: Account) -> None:
    account.deposit("12.00", "week 1")
    account.withdraw("4.50", "comic")
    account.deposit("12.00", "week 2")
    account.withdraw("21.90", "football")
    account.withdraw("1.20", "ice cream")


if __name__ == "__main__":
    savings = Account("Mika")
    run(savings)
    for kind, value, text in savings.history:
        print(f"{kind.value}{value:>8}  {text}")
    print(f"={savings.balance:>8}")
