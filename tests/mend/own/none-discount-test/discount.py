"""Discounts of the shop."""

MEMBER_PERCENT = 15


def member_price(cents):
    return cents - cents * MEMBER_PERCENT // 100


def price(cents, member=False):
    return member_price(cents) if member else cents
