"""Asks a module for its class's method."""
# fails: AttributeError at line 6
# prints: True
import datetime

first = datetime.strptime("2026", "%Y")  # the year alone
print(first < datetime.now())
