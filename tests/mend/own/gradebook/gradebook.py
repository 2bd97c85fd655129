"""Turn the marks of a term into letters and print the class list."""

WEIGHTS = {"homework": 0.3, "midterm": 0.3, "final": 0.4}

CLASS = {
    "Ines Duarte": {"homework": 90, "midterm": 70, "final": 82.5},
    "Tom Abel": {"homework": 60, "midterm": 55, "final": 64},
    "Yuki Sato": {"homework": 98, "midterm": 91, "final": 95},
    "Lena Vogt": {"homework": 71, "midterm": 66, "final": 75},
}


def weighted(marks):
    """The weighted mean of one student's marks."""
    return sum(marks[part] * weight for part, weight in WEIGHTS.items())


def make_grader(curve=0):
    """A function from score to letter; `curve` points are added first."""

    def grade(score):
        score += curve
        if score >= 90:
            return "A"
        elif score >= 80:
            return "B"
        elif score >= 70
            return "C"
        elif score >= 60:
            return "D"
        else:
            return "F"

    return grade


def missing_parts(marks):
    """Parts of the course for which a student has no mark."""
    return [part for part in WEIGHTS if part not in marks]


def histogram(students, grader):
    """How often each letter was given, as rows of stars."""
    letters = [grader(weighted(marks)) for marks in students.values()]
    for letter in "ABCDF":
        print(f"  {letter} {'*' * letters.count(letter)}")


def best_in(part, students):
    name = max(students, key=lambda name: students[name][part])
    return name, students[name][part]


def print_list(students, grader):
    total = 0
    for name in sorted(students):
        score = weighted(students[name])
        total += score
        print(f"{name:<15}{score:6.1f}  {grader(score)}")
    print("-" * 24)
    print(f"class average: {total / len(students):.1f}")


def main():
    for name, marks in CLASS.items():
        gaps = missing_parts(marks)
        if gaps:
            print(f"{name} has no mark for {', '.join(gaps)}")
            return
    grader = make_grader()
    print_list(CLASS, grader)
    histogram(CLASS, grader)
    for part in WEIGHTS:
        name, mark = best_in(part, CLASS)
        print(f"best {part}: {name} ({mark})")
    curved = make_grader(curve=2)
    better = [n for n, m in CLASS.items() if curved(weighted(m)) != grader(weighted(m))]
    print("better with a curve of 2:", ", ".join(better) or "nobody")


if __name__ == "__main__":
    main()
