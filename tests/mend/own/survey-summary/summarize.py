"""Turn the answers of the course survey into the JSON file for the web page."""

import argparse
import json
from pathlib import Path
from typing import Any

import pandas as pd

HERE = Path(__file__).resolve().parent
QUESTIONS = ("pace", "material", "rooms")


def load(path: Path) -> pd.DataFrame:
    answers = pd.read_csv(path)
    missing = set(QUESTIONS) - set(answers.columns)
    if missing:
        raise SystemExit(f"{path}: no column for {', '.join(sorted(missing))}")
    return answers


def question_summary(column: pd.Series) -> dict[str, Any]:
    """Number of answers, mean and how often each mark was given."""
    given = column.dropna().astype(int)
    counts = given.value_counts().sort_index()
    return {
        "answers": int(given.size),
        "mean": round(float(given.mean()), 2),
        "worst": given.min(),
        "marks": {str(mark): int(times) for mark, times in counts.items()},
    }


def summarize(answers: pd.DataFrame) -> dict[str, Any]:
    result: dict[str, Any] = {"courses": {}}
    for course, group in answers.groupby("course"):
        result["courses"][course] = {
            question: question_summary(group[question]) for question in QUESTIONS
        }
    result["total"] = len(answers)
    return result


def write(summary: dict[str, Any], target: Path | None) -> None:
    text = json.dumps(summary, indent=2, ensure_ascii=False)
    if target is None:
        print(text)
    else:
        target.write_text(text + "\n", encoding="utf-8")
        print(f"{target.name}: {summary['total']} answers, {len(summary['courses'])} courses")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("answers", type=Path, nargs="?", default=HERE / "answers.csv")
    parser.add_argument("-o", "--output", type=Path)
    args = parser.parse_args()
    write(summarize(load(args.answers)), args.output)


if __name__ == "__main__":
    main()
