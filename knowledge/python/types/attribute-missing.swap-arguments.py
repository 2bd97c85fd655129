"""A member of a club and the year in which she came."""
# fails: AttributeError at line 6
# prints: Ann, since 2019
class Member:
    def __init__(self, name: str, year: int):
        self.name = name.title()
        self.year = year


YEAR = 2019
member = Member(YEAR, "ann")  # the first one
print(f"{member.name}, since {member.year}")
