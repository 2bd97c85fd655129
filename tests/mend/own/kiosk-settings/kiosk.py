"""Information screen in the entrance hall: reads its settings, shows its plan.

settings.json is edited by the caretaker with the Windows text editor.
"""
import json
from pathlib import Path

DEFAULTS = {"title": "Hello", "seconds": 10, "slides": []}


class Settings(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    @classmethod
    def load(cls, path):
        values = dict(DEFAULTS)
        with path.open(encoding="utf-8") as f:
            values.update(json.load(f))
        return cls(values)


def schedule(settings):
    clock = 0
    for slide in settings.slides:
        yield clock, slide
        clock += settings.seconds


def main():
    settings = Settings.load(Path(__file__).with_name("settings.json"))
    print("title:", settings.title)
    for second, slide in schedule(settings):
        print(f"{second:4d} s  {slide}")
    n = len(settings.slides)
    print(f"slides: {n}, {n * settings.seconds} s per round")


if __name__ == "__main__":
    main()
