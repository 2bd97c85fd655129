"""A date is handed over as text."""
# needs: sqlalchemy
# fails: sqlalchemy.exc.StatementError at line 25
# prints: 2024
from datetime import date

from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Day(Base):
    __tablename__ = "days"
    id: Mapped[int] = mapped_column(primary_key=True)
    when: Mapped[date]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Day(when="2024-01-31"))
    session.commit()
    print(session.scalars(select(Day.when)).one().year)
