"""Lending library for tools: who has what, and since when?"""
from __future__ import annotations

from datetime import date
from typing import List, Optional

from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Member(Base):
    __tablename__ = "member"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    loans: Mapped[List[Loan]] = relationship(back_populates="member")


class Loan(Base):
    __tablename__ = "loan"

    id: Mapped[int] = mapped_column(primary_key=True)
    tool: Mapped[str]
    taken: Mapped[date]
    returned: Mapped[Optional[date]]
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    member: Mapped[Member] = relationship(back_populates="loans")


def fill(session: Session) -> None:
    green = Member(name="Green Street 4")
    mill = Member(name="Mill Lane 11")
    green.loans = [
        Loan(tool="ladder", taken=date(2024, 3, 1), returned=date(2024, 3, 4)),
        Loan(tool="drill", taken=date(2024, 3, 10)),
    ]
    mill.loans = [Loan(tool="ladder", taken=date(2024, 3, 12)), Loan(tool="saw", taken=date(2024, 3, 12))]
    session.add_all([green, mill])
    session.commit()


def out_now(session: Session) -> list[Loan]:
    query = select(Loan).where(Loan.returned.is_(None)).order_by(Loan.taken, Loan.tool)
    return list(session.scalars(query))


def popularity(session: Session) -> list[tuple[str, int]]:
    rows = session.execute(
        "SELECT tool, COUNT(*) AS times FROM loan "
        "GROUP BY tool ORDER BY times DESC, tool"
    )
    return [(row.tool, row.times) for row in rows]


def main() -> None:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        fill(session)
        for loan in out_now(session):
            print(f"{loan.tool:<8}{loan.member.name:<16}{loan.taken:%d %b}")
        print(popularity(session))


if __name__ == "__main__":
    main()
