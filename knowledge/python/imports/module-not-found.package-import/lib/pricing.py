"""Prices."""


def label(text):
    return text.strip()
