"""Which bed is sown in which week."""

from dataclasses import dataclass, field


@dataclass
class Crop:
    name: str
    first_week: int
    weeks: int
    rows: int = 1

    @property
    def last_week(self):
        return self.first_week + self.weeks - 1


@dataclass
class Garden:
    beds: int
    crops: list = field(default_factory=list)

    def sow(self, *args, **kwargs):
        crop = Crop(*args, **kwargs)
        self.crops.append(crop)
        return crop

    def growing(self, week):
        return [c for c in self.crops if c.first_week <= week <= c.last_week]

    def free_beds(self, week):
        return self.beds - len(self.growing(week))

    def calendar(self):
        """Weeks and what is to be sown in them, in order."""
        plan = {}
        for crop in self.crops:
            plan.setdefault(crop.first_week, []).append(crop)
        if not plan:
            return {}
        plan = dict(sorted(plan.items()))
      return plan


def main():
    garden = Garden(beds=4)
    garden.sow("carrot", 14, 12, rows=3)
    garden.sow("lettuce", 16, 7, rows=2)
    garden.sow("bean", 20, 10)
    garden.sow("radish", 12, 5, rows=2)
    for week, crops in garden.calendar().items():
        print(f"week {week}: " + ", ".join(f"{c.name} x{c.rows}" for c in crops))
    print("beds free in week 20:", garden.free_beds(20))


if __name__ == "__main__":
    main()
