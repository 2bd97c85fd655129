# High score table for our snake game
#
# The scores are kept in scores.txt, one player on a line:   name points

MAX_ENTRIES = 3
SCORE_FILE = "scores.txt"


def load_scores():
    scores = []
    with open(SCORE_FILE) as file:
        for line in file:
            name, points = line.split()
            scores.append((int(points), name))
    return scores


def is_high_score(points, table):
    if len(table) < MAX_ENTRIES:
        return True
    lowest = table[-1][0]
    return points > lowest


def best_scores(scores):
    """the best scores, the highest one first"""
    ordered = scores.sort(reverse=True)
    return ordered[:MAX_ENTRIES]


def show_table(table):
    print("*** HIGH SCORES ***")
    place = 1
    for points, name in table:
        print(str(place) + ".", name.ljust(10, "."), str(points).rjust(6))
        place = place + 1
    print()


def add_score(name, points, scores):
    table = best_scores(scores)
    if is_high_score(points, table):
        print("Well done", name + "! You are in the table.")
    else:
        print("Sorry", name + ", only", points, "points.")
    scores.append((points, name))


all_scores = load_scores()
show_table(best_scores(all_scores))
add_score("Mia", 430, all_scores)
add_score("Ben", 120, all_scores)
show_table(best_scores(all_scores))
