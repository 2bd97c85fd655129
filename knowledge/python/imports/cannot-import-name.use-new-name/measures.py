"""Lengths."""


def to_metres(feet):
    return feet * 0.3048


def to_feet(metres):
    return metres / 0.3048
