# -*- coding: utf-8 -*-
"""What do people call a bread roll? Counts of a survey by region.

(Converted with care from the version of 2009.)
"""
from __future__ import print_function

ANSWERS = [
    ("north", "bap"), ("north", "bap"), ("north", "roll"),
    ("middle", "cob"), ("middle", "cob"), ("middle", "cob"),
    ("south", "roll"), ("south", "bun"),
]


class Survey(object):

    def __init__(self):
        self.counts = {}

    def add(self, region, word):
        words = self.counts.setdefault(region, {})
        words[word] = words.get(word, 0) + 1

    def words(self, region):
        pairs = sorted(self.counts[region].items())
        return " ".join("%s=%d" % pair for pair in pairs)

    def top(self):
        total = {}
        for words in self.counts.values():
            for word, number in words.iteritems():
                total[word] = total.get(word, 0) + number
        best = sorted(total, key=lambda w: (-total[w], w))[0]
        return best, total[best]


def main():
    survey = Survey()
    for region, word in ANSWERS:
        survey.add(region, word)
    for region in sorted(survey.counts):
        print("%s: %s" % (region, survey.words(region)))
    print("most said: %s (%d)" % survey.top())


if __name__ == "__main__":
    main()
