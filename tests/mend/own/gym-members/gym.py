"""Memberships of the gym and what they bring in."""
from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Plan(Base):
    __tablename__ = "plan"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    price: Mapped[float]
    members: Mapped[list[Member]] = relationship(back_populates="plan")


class Member(Base):
    __tablename__ = "member"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    ends: Mapped[dt.date | None]
    active: Mapped[bool] = mapped_column(default=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    plan: Mapped[Plan] = relationship(back_populates="members")


def fill(session: Session) -> None:
    basic = Plan(name="basic", price=24.9)
    full = Plan(name="full", price=39.9)
    session.add_all(
        [
            Member(name="Rosa", plan=basic),
            Member(name="Igor", plan=full, ends=dt.date(2024, 12, 31)),
            Member(name="Femi", plan=full, ends=dt.date(2024, 1, 31)),
        ]
    )
    session.commit()


def end_memberships(session: Session, today: dt.date) -> int:
    """Switch off members whose time is over; how many there were."""
    done = session.execute(
        "UPDATE member SET active = 0 WHERE ends IS NOT NULL AND ends < :today",
        {"today": today.isoformat()},
    )
    session.commit()
    return done.rowcount


def income(session: Session) -> float:
    query = select(func.sum(Plan.price)).join(Plan.members).where(Member.active)
    return session.scalar(query) or 0.0


def main() -> None:
    engine = create_engine("sqlite:///:memory:")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        fill(session)
        print("ended:", end_memberships(session, dt.date(2024, 6, 1)))
        print(f"monthly income: {income(session):.2f}")


if __name__ == "__main__":
    main()
