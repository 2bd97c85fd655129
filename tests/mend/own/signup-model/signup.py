"""Check the sign-ups of the newsletter before they go to the list."""
from datetime import date
from typing import List, Optional

from pydantic import BaseModel, Field


class Preferences(BaseModel):
    language: str = "en"
    topics: List[str] = Field(default_factory=list)


class Signup(BaseModel):
    name: str = Field(min_length=2)
    email: str = Field(pattern=r"^[^@\s]+@[^@\s]+$")
    born: date
    phone: Optional[str]
    referrer: Optional[str] = None
    preferences: Preferences = Preferences()

    def contact(self) -> str:
        return self.phone or "no phone"


FORM_POSTS = [
    {"name": "mila", "email": "mila@example.org", "born": "1988-05-17"},
    {"name": "tarek", "email": "tarek@example.org", "born": "1979-11-02", "phone": "555 0134",
     "preferences": {"topics": ["cycling"]}},
    {"name": "joost", "email": "joost@example.org", "born": "2012-03-09", "phone": None},
]

FORM_DAY = date(2024, 6, 1)
MIN_AGE = 16


def age_on(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def process(posts):
    """Split the posts into sign-ups and names of people who are too young."""
    accepted, refused = [], []
    for post in posts:
        signup = Signup(**post)
        if age_on(signup.born, FORM_DAY) < MIN_AGE:
            refused.append(signup.name)
        else:
            accepted.append(signup)
    return accepted, refused


if __name__ == "__main__":
    accepted, refused = process(FORM_POSTS)
    for signup in accepted:
        print(f"{signup.name}: {signup.contact()}")
    for name in refused:
        print(f"{name} is too young")
    print(f"accepted {len(accepted)}, refused {len(refused)}")
