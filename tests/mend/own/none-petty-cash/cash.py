"""Petty cash of the office: cash.py show | deposit N | withdraw N"""
import json
import sys
from pathlib import Path

BOX = Path(__file__).with_name("box.json")


class NotEnoughCash(Exception):
    """The box must never go below zero."""


class CashBox:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        if amount > self.balance:
            raise NotEnoughCash(f"{amount} wanted, only {self.balance} in the box")
        self.balance -= amount


def main():
    box = CashBox(json.loads(BOX.read_text())["balance"])
    command, *rest = sys.argv[1:] or ["show"]
    if command == "deposit":
        box.deposit(int(rest[0]))
    elif command == "withdraw":
        box.withdraw(int(rest[0]))
    BOX.write_text(json.dumps({"balance": box.balance}))
    print("balance:", box.balance)


if __name__ == "__main__":
    main()
