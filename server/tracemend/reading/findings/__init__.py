"""Checkers' findings, as text, as JSON and as an editor has them."""
