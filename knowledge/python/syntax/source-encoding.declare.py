# -*- coding: utf-8x -*-
"""Misspells the name of its encoding."""
# fails: SyntaxError at line 1
# prints: é
print("é")
