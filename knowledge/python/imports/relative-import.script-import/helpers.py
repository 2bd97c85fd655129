"""Texts."""


def shout(text):
    return text.upper()
