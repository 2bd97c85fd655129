"""A calculator language: numbers, names, + - * / and parentheses."""
