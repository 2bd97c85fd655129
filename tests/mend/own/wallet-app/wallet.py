from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


class InsufficientFunds(Exception):
    """Raised when a payment is larger than the balance."""


@dataclass(frozen=True)
class Entry:
    text: str
    amount: Decimal


class Wallet:
    """A wallet whose balance can never be negative."""

    def __init__(self, owner: str, balance: Decimal = Decimal("0")) -> None:
        self.owner = owner
        self.entries: list[Entry] = []
        self.balance = balance

    @property
    def balance(self) -> Decimal:
        return self._balance

    @balance.setter
    def balance(self, value: Decimal) -> None:
        if value < 0:
            raise InsufficientFunds(f"{self.owner} is short of {-value}")
        self.balance = value

    def pay_in(self, amount: Decimal, text: str = "pay in") -> None:
        self.balance += amount
        self.entries.append(Entry(text, amount))

    def pay(self, amount: Decimal, text: str) -> None:
        self.balance -= amount
        self.entries.append(Entry(text, -amount))

    def statement(self) -> str:
        lines = [f"Wallet of {self.owner}"]
        for entry in self.entries:
            lines.append(f"  {entry.text:<16}{entry.amount:>9.2f}")
        lines.append(f"  {'balance':<16}{self.balance:>9.2f}")
        return "\n".join(lines)
