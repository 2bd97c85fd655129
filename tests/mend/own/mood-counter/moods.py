"""Mood of a chat export: which emoticons are used, by whom, and when?"""
import re
from collections import Counter, defaultdict
from typing import Dict, Iterable, List, NamedTuple

CHAT = """\
[08:02] anchor: good morning :)
[08:03] pebble: train is late again :(
[08:03] anchor: oh no :( take the tram?
[08:05] pebble: found a seat :-D and a coffee :)
[12:30] willow: lunch at one? ;)
[12:31] anchor: yes :) :)
"""

MOODS = {
    ":)": 1,
    ":-D": 2,
    ";)": 1,
    ":(": -1,
    ":'(": -2,
}

LINE = re.compile(r"\[(?P<hour>\d\d):\d\d\] (?P<who>\w+): (?P<text>.*)")


class Message(NamedTuple):
    hour: int
    who: str
    text: str


class MoodMeter:
    def __init__(self, moods: Dict[str, int]) -> None:
        self.moods = moods
        # longest first, so that a short one never hides a longer one
        ordered = sorted(moods, key=len, reverse=True)
        self.pattern = re.compile("|".join(ordered))

    def emoticons(self, text: str) -> List[str]:
        return self.pattern.findall(text)

    def mood(self, text: str) -> int:
        return sum(self.moods[e] for e in self.emoticons(text))


def parse(lines: Iterable[str]) -> List[Message]:
    messages = []
    for line in lines:
        m = LINE.match(line)
        if m:
            messages.append(Message(int(m["hour"]), m["who"], m["text"]))
    return messages


def main() -> None:
    meter = MoodMeter(MOODS)
    by_person = defaultdict(int)
    used = Counter()
    for message in parse(CHAT.splitlines()):
        by_person[message.who] += meter.mood(message.text)
        used.update(meter.emoticons(message.text))
    for who in sorted(by_person):
        print(f"{who:<8}{by_person[who]:+d}")
    for emoticon, n in used.most_common(2):
        print(f"{emoticon:<4}{n}")


if __name__ == "__main__":
    main()
