"""A tiny recipe book: scale recipes and merge them into one shopping list."""
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Iterable


@dataclass(frozen=True)
class Ingredient:
    name: str
    amount: float
    unit: str = "g"

    def times(self, factor: float) -> "Ingredient":
        return Ingredient(self.name, self.amount * factor, self.unit)

    def __str__(self) -> str:
        return f"{self.name}: {self.amount:g} {self.unit}"


@dataclass
class Recipe:
    title: str
    portions: int
    ingredients: list[Ingredient] = field(default_factory=list)
    steps: list[str] = []
    vegetarian: bool = True

    def add(self, name: str, amount: float, unit: str = "g") -> "Recipe":
        self.ingredients.append(Ingredient(name, amount, unit))
        return self

    def step(self, text: str) -> "Recipe":
        self.steps.append(text)
        return self

    def for_portions(self, portions: int) -> "Recipe":
        factor = portions / self.portions
        return Recipe(
            title=self.title,
            portions=portions,
            ingredients=[i.times(factor) for i in self.ingredients],
            steps=list(self.steps),
            vegetarian=self.vegetarian,
        )

    def text(self) -> str:
        lines = [f"{self.title} ({self.portions} portions)"]
        lines += [f"  - {ingredient}" for ingredient in self.ingredients]
        if self.steps:
            lines += [f"  {n}. {text}" for n, text in enumerate(self.steps, 1)]
        else:
            lines.append("  no steps written down yet")
        return "\n".join(lines)


def shopping_list(recipes: Iterable[Recipe]) -> list[str]:
    totals: dict[tuple[str, str], float] = defaultdict(float)
    for recipe in recipes:
        for item in recipe.ingredients:
            totals[item.name, item.unit] += item.amount
    return [f"{name}: {amount:g} {unit}" for (name, unit), amount in sorted(totals.items())]


def main() -> None:
    pancakes = (
        Recipe("Pancakes", 2)
        .add("flour", 125)
        .add("milk", 250, "ml")
        .add("egg", 1, "pc")
        .step("Whisk everything until smooth.")
        .step("Fry in a hot pan.")
    )
    flatbread = Recipe("Flatbread", 6).add("flour", 300).add("yogurt", 150)

    menu = [pancakes.for_portions(4), flatbread]
    for recipe in menu:
        print(recipe.text())
        print()
    print("Shopping list")
    for line in shopping_list(menu):
        print(" ", line)


if __name__ == "__main__":
    main()
