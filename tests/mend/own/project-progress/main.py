"""Progress of the house renovation, room by room."""
from dataclasses import dataclass, field


@dataclass
class Task:
    title: str
    hours: float
    done: bool = False


@dataclass
class Room:
    name: str
    tasks: list[Task] = field(default_factory=list)

    def add(self, title: str, hours: float, done: bool = False) -> "Room":
        self.tasks.append(Task(title, hours, done))
        return self

    @property
    def progress(self) -> float:
        """The finished part of the planned hours, in percent."""
        planned = sum(task.hours for task in self.tasks)
        finished = sum(task.hours for task in self.tasks if task.done)
        return 100 * finished / planned


def bar(percent: float, width: int = 20) -> str:
    full = round(width * percent / 100)
    return "[" + "#" * full + "." * (width - full) + "]"


def main() -> None:
    house = [
        Room("Kitchen").add("tiles", 12, True).add("sink", 4),
        Room("Attic"),
        Room("Bath").add("paint", 5, True).add("mirror", 1, True),
    ]
    for room in house:
        print(f"{room.name:<10}{bar(room.progress)} {room.progress:5.1f} %")
    open_tasks = [t.title for room in house for t in room.tasks if not t.done]
    print("still open:", ", ".join(open_tasks))


if __name__ == "__main__":
    main()
