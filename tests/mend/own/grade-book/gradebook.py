# Assignment 4 - grade book
# reads the marks of a class, drops the lowest, prints letter grades

marks = {
    "Student 1": [78, 85, 90, 66],
    "Student 2": [55, 61, 40, 58],
    "Student 3": [92, 95, 99, 100],
    "Student 4": [70, 70, 0, 74],
}

weights = [0.3, 0.3, 0.4]


def drop_lowest(scores):
    scores = list(scores)
    scores.remove(min(scores))
    return scores


def weighted(scores):
    total = 0
    for i in range(len(scores)):
        total = total + scores[i] * weights[i]
    return round(total, 1)


def letter(score):
    # 90+ is A, 80+ is B, 70+ is C, 60+ is D, else F
    if score >= 90:
        grade = "A"
    elif score >= 80:
        grade = "B"
    else if score >= 70:
        grade = "C"
    elif score >= 60:
        grade = "D"
    else:
        grade = "F"
    return grade


def class_average(results):
    return sum(results.values()) / len(results)


results = {}
for name in marks:
    kept = drop_lowest(marks[name])
    results[name] = weighted(kept)

print("Name          Score  Grade")
print("--------------------------")
for name in sorted(results):
    print(name.ljust(13), str(results[name]).rjust(5), " ", letter(results[name]))

print("Class average:", round(class_average(results), 2))
best = max(results, key=results.get)
print("Best:", best)
