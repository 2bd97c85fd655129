# How is the mood in the guest comments?  Looks at the smileys only.

import re

COMMENTS = [
    ("Monday", "Lovely breakfast :) and the view :D"),
    ("Tuesday", "Room was cold :( but staff kind :)"),
    ("Wednesday", "Noise all night :( :( never again"),
    ("Thursday", "Back again :D :D"),
]

SMILEYS = {":)": 1, ":D": 2, ":(": -1}


def count_smiley(smiley, text):
    """How often the smiley stands in the text, not inside of a word"""
    return len(re.findall(r"(?:^|\s)" + smiley, text))


def mood_of(text):
    mood = 0
    for smiley, value in SMILEYS.items():
        mood += value * count_smiley(smiley, text)
    return mood


def moodiest_day(comments):
    """Day with the best mood (the first one when two are the same)"""
    best_day, best = None, None
    for day, text in comments:
        mood = mood_of(text)
        if best is None or mood > best:
            best_day, best = day, mood
    return best_day


def bar(mood):
    if mood < 0:
        return "-" * -mood
    return "+" * mood


def main():
    total = 0
    for day, text in COMMENTS:
        mood = mood_of(text)
        total += mood
        print(f"{day:<10} {bar(mood):<6} {text}")
    print("best day:", moodiest_day(COMMENTS))
    print("mood of the week:", total)


main()
