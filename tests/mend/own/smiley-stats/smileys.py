"""Who uses which smiley in the chat of the team?"""
import re
import sys
from collections import Counter, defaultdict

SMILEYS = [":)", ":(", ";-)", "<3"]
MESSAGE = re.compile(r"^(\w+): (.*)$")


def count(line):
    """How many times each smiley occurs in one message."""
    found = Counter()
    for smiley in SMILEYS:
        found[smiley] += len(re.findall(smiley, line))
    return +found


def read(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            m = MESSAGE.match(line)
            if m:
                yield m.groups()


def main():
    people = defaultdict(Counter)
    messages = 0
    for who, text in read(sys.argv[1]):
        people[who].update(count(text))
        messages += 1
    total = 0
    for who in sorted(people):
        for smiley, n in people[who].most_common():
            print(f"{who:<6} {smiley} {n}")
            total += n
    print(total, "smileys in", messages, "messages")


if __name__ == "__main__":
    main()
