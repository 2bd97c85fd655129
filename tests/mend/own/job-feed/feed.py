"""Reads the feed of open jobs (JSON lines) and prints those worth a look.

Moved from pydantic 1 to pydantic 2 last month.
"""
import sys
from datetime import date
from enum import Enum
from pathlib import Path
from typing import List, Optional

from pydantic import BaseModel, ConfigDict, Field, field_validator


class Contract(str, Enum):
    full_time = "full-time"
    part_time = "part-time"
    freelance = "freelance"


class Salary(BaseModel):
    low: int
    high: int
    currency: str = "EUR"

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


class Job(BaseModel):
    model_config = ConfigDict(populate_by_name=True, frozen=True)

    title: str
    posted: date
    contract: Contract = Contract.full_time
    # not every employer says what it pays
    salary: Optional[Salary]
    skills: List[str] = Field(default_factory=list, alias="tags")

    @field_validator("skills")
    @classmethod
    def lower(cls, skills):
        return sorted({skill.strip().lower() for skill in skills})


def read(path: Path) -> List[Job]:
    with path.open(encoding="utf-8") as lines:
        return [Job.model_validate_json(line) for line in lines if line.strip()]


def interesting(job: Job, skill: str, least: int) -> bool:
    if skill not in job.skills:
        return False
    return job.salary is None or job.salary.middle >= least


def main(argv: List[str]) -> None:
    jobs = read(Path(argv[1]))
    for job in sorted(jobs, key=lambda job: job.posted, reverse=True):
        if interesting(job, "python", least=45_000):
            pay = f"{job.salary.middle:,.0f} {job.salary.currency}" if job.salary else "pay unknown"
            print(f"{job.posted} {job.title} ({job.contract.value}): {pay}")
    print(len(jobs), "jobs read")


if __name__ == "__main__":
    main(sys.argv)
