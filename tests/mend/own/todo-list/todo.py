"""A small to-do list kept in a text file.

    todo.py add "buy milk" [-p 2]
    todo.py done 3
    todo.py list

Without a command it runs its own demonstration in a temporary folder.
"""

import sys
import tempfile
from pathlib import Path


class Task:
    def __init__(self, text, priority=3, done=False):
        self.text = text
        self.priority = priority
        self.done = done

    def __str__(self):
        box = "[x]" if self.done else "[ ]"
        return f"{box} {self.text} (p{self.priority})"

    def to_line(self):
        return f"{int(self.done)}|{self.priority}|{self.text}\n"

    @staticmethod
    def from_line(line):
        done, priority, text = line.rstrip("\n").split("|", 2)
        return Task(text, int(priority), done == "1")


class TodoList:
    def __init__(self, path):
        self.path = Path(path)
        self.tasks = []
        if self.path.exists():
            with self.path.open(encoding="utf-8") as f:
                self.tasks = [Task.from_line(line) for line in f if line.strip()]

    def save(self):
        with self.path.open("w", encoding="utf-8") as f:
            f.writelines(task.to_line() for task in self.tasks)

    def add(self, text, priority=3):
        self.tasks.append(Task(text, priority))
        self.save()

    def finish(number):
        """Tick off a task; numbers start with 1 as the list shows them."""
        self.tasks[number - 1].done = True
        self.save()

    def pending(self):
        return [task for task in self.tasks if not task.done]

    def show(self):
        for number, task in enumerate(self.tasks, start=1):
            print(f"{number:>2}. {task}")
        print(f"{len(self.pending())} of {len(self.tasks)} still to do")


def demo():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "todo.txt"
        todo = TodoList(path)
        todo.add("buy milk", priority=1)
        todo.add("call the dentist | 10:00")
        todo.add("return library books", priority=2)
        todo.finish(2)
        # read it again, as the next call would
        TodoList(path).show()


def main(args):
    if not args:
        demo()
        return
    todo = TodoList(Path.home() / ".todo.txt")
    command, *rest = args
    if command == "add":
        priority = 3
        if "-p" in rest:
            at = rest.index("-p")
            priority = int(rest[at + 1])
            del rest[at:at + 2]
        todo.add(" ".join(rest), priority)
    elif command == "done":
        todo.finish(int(rest[0]))
    todo.show()


if __name__ == "__main__":
    main(sys.argv[1:])
