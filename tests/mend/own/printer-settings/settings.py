"""Label printing: the preview on the screen and the printer."""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    width_mm: int = 62
    height_mm: int = 29
    fonts: tuple = field(default=("Sans", "Mono"))


class Printer:
    def __init__(self, settings):
        self.settings = settings

    def print(self, text):
        chars = self.settings.width_mm // 3
        print("|" + text[:chars].center(chars) + "|")


class Preview:
    def __init__(self, settings):
        self.settings = settings
        self.shown = 0

    def widen(self, mm):
        """Button 'wider' beside the preview."""
        self.settings.width_mm = self.settings.width_mm + mm

    def show(self, text):
        self.shown += 1
        chars = self.settings.width_mm // 3
        print("(" + text[:chars].ljust(chars, ".") + ")")


def main():
    settings = Settings()
    printer = Printer(settings)
    preview = Preview(settings)
    text = "Cable ties, black, 200 mm"
    preview.show(text)
    preview.widen(20)
    preview.show(text)
    printer.print(text)


if __name__ == "__main__":
    main()
