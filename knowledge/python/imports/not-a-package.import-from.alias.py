"""Imports a class as if it were a module."""
# fails: ModuleNotFoundError at line 4
# prints: 2026
import datetime.datetime as dt

print(dt(2026, 11, 24).year)
