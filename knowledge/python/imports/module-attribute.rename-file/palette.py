import colorsys

from colorsys import NAMES, name_of  # ours: names, not numbers


def nearest(code: str) -> str:
    return name_of(code) or NAMES[0]
