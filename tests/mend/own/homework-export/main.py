"""Exports the homework list for the web page of the class."""
import json
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

TODAY = date(2024, 4, 29)


@dataclass
class Homework:
    subject: str
    text: str
    due: date
    done: bool = False

    def to_dict(self):
        return {
            "subject": self.subject,
            "text": self.text,
            "due": self.due,
            "done": self.done,
        }


class HomeworkList:
    def __init__(self):
        self.tasks = []

    def add(self, subject, text, days):
        self.tasks.append(Homework(subject, text, TODAY + timedelta(days=days)))

    def open_tasks(self):
        return sorted((t for t in self.tasks if not t.done), key=lambda t: t.due)

    def export(self, path):
        content = [task.to_dict() for task in self.open_tasks()]
        with open(path, "w", encoding="utf-8") as out:
            json.dump(content, out, indent=2, ensure_ascii=False)
        return len(content)


def main():
    homework = HomeworkList()
    homework.add("maths", "page 31, 1-4", 3)
    homework.add("art", "bring clay", 7)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "homework.json"
        count = homework.export(target)
        print(target.read_text(encoding="utf-8"))
    print("wrote", count, "tasks")


if __name__ == "__main__":
    main()
