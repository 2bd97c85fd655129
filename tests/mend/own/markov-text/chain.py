# -*- coding: utf-8 -*-
"""Markov chains of words (ported from the old py2 toolbox)."""
import random


class Chain(object):
    """Which words follow which `order` words, and how often."""

    def __init__(self, order=1):
        self.order = order
        self.table = {}

    def learn(self, text):
        words = text.split()
        for i in range(len(words) - self.order):
            key = tuple(words[i:i + self.order])
            row = self.table.setdefault(key, {})
            follower = words[i + self.order]
            row[follower] = row.get(follower, 0) + 1

    def merge(self, other, weight=1):
        """Add the counts of another chain."""
        assert other.order == self.order
        for key, row in other.table.items():
            mine = self.table.setdefault(key, {})
            for word, count in row.items():
                mine[word] = mine.get(word, 0) + weight * count

    def pick(self, key, rnd):
        row = self.table[key]
        point = rnd.randrange(sum(row.values()))
        for word, count in sorted(row.iteritems()):
            point -= count
            if point < 0:
                return word

    def generate(self, start, length, seed=None):
        rnd = random.Random(seed)
        words = list(start)
        while len(words) < length:
            key = tuple(words[-self.order:])
            if key not in self.table:
                break
            words.append(self.pick(key, rnd))
        return " ".join(words)
