import json
from statistics import mean


def load_films(filename="films.json"):
    """Read the club's films. The file maps a film's id to its record."""
    with open(filename) as f:
        return json.load(f)


def add_scores(films):
    for film in films:
        film["score"] = round(mean(film["votes"]), 2)


def ranking(films):
    return sorted(films.values(), key=lambda film: film["score"], reverse=True)


def most_divisive(films):
    """The film with the widest spread between its votes"""
    def spread(film):
        return max(film["votes"]) - min(film["votes"])

    return max(films.values(), key=spread)["title"]


def by_decade(films):
    decades = {}
    for film in films.values():
        decade = film["year"] // 10 * 10
        decades.setdefault(decade, []).append(film["title"])
    return decades


films = load_films()
add_scores(films)

print("Film club ranking")
print("=================")
for n, film in enumerate(ranking(films), 1):
    print("{}. {title} ({year}) {score}".format(n, **film))

print()
print("Most divisive:", most_divisive(films))
print()
for decade, titles in sorted(by_decade(films).items()):
    print("%ds: %s" % (decade, ", ".join(titles)))
