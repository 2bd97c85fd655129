"""Lengths."""


def of(text):
    return len(text)
