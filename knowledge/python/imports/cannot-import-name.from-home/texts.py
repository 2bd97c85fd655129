"""Texts."""


def length(text):
    return len(text)
