"""Methods that change the object they are asked of, by its type."""

from __future__ import annotations

LIST_CHANGERS = frozenset(("append", "extend", "insert", "remove", "pop", "sort", "reverse", "clear"))
"""The methods of lists that change the list; tuples have none of them."""
