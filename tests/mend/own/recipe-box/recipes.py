"""A small box of recipes."""
from dataclasses import dataclass, field
from enum import Enum


class Course(Enum):
    STARTER = "starter"
    MAIN = "main"
    BAKED = "baked"


@dataclass(order=True)
class Ingredient:
    name: str
    grams: float = 0.0


@dataclass
class Recipe:
    title: str
    course: Course
    minutes: int
    ingredients: list[Ingredient] = field(default_factory=list)
    tags: list[str] = []
    servings: int = 4

    def add(self, name: str, grams: float) -> "Recipe":
        self.ingredients.append(Ingredient(name, grams))
        return self

    def tag(self, *tags: str) -> "Recipe":
        self.tags.extend(t for t in tags if t not in self.tags)
        return self

    def scaled(self, servings: int) -> list[Ingredient]:
        factor = servings / self.servings
        return [Ingredient(i.name, round(i.grams * factor)) for i in self.ingredients]

    def __str__(self) -> str:
        tags = f" [{', '.join(self.tags)}]" if self.tags else ""
        return f"{self.title} ({self.minutes} min){tags}"


BOX = [
    Recipe("Lentil soup", Course.MAIN, 35).add("lentils", 250).add("carrots", 180),
    Recipe("Bread", Course.BAKED, 190).add("flour", 500).add("salt", 10),
    Recipe("Tomato salad", Course.STARTER, 10).add("tomatoes", 600).tag("quick"),
]


def main() -> None:
    for recipe in sorted(BOX, key=lambda r: r.minutes):
        print(recipe)
    print("for two:", *(f"{i.name} {i.grams}g" for i in BOX[0].scaled(2)))
    print("without tags:", ", ".join(r.title for r in reversed(BOX) if not r.tags))


if __name__ == "__main__":
    main()
