"""Members and rehearsals of the choir, kept in a small database."""
from sqlalchemy import Column, ForeignKey, Integer, String, Table, create_engine, select
from sqlalchemy.orm import Session, declarative_base, relationship

Base = declarative_base()

attendance = Table(
    "attendance",
    Base.metadata,
    Column("member_id", ForeignKey("members.id"), primary_key=True),
    Column("rehearsal_id", ForeignKey("rehearsals.id"), primary_key=True),
)


class Member(Base):
    __tablename__ = "members"

    id = Column(Integer, primary_key=True)
    name = Column(String(80), nullable=False)
     voice = Column(String(20), nullable=False)
    rehearsals = relationship("Rehearsal", secondary=attendance, back_populates="members")

    def __repr__(self):
        return f"Member({self.name!r}, {self.voice!r})"


class Rehearsal(Base):
    __tablename__ = "rehearsals"

    id = Column(Integer, primary_key=True)
    day = Column(String(10), nullable=False)
    members = relationship("Member", secondary=attendance, back_populates="rehearsals")


def fill(session):
    noor = Member(name="Noor", voice="alto")
    wanda = Member(name="Wanda", voice="alto")
    piet = Member(name="Piet", voice="bass")
    session.add_all([
        noor, wanda, piet,
        Rehearsal(day="2024-05-02", members=[noor, wanda]),
        Rehearsal(day="2024-05-09", members=[wanda, piet]),
    ])
    session.commit()


def main():
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        fill(session)
        altos = session.scalars(
            select(Member).where(Member.voice == "alto").order_by(Member.name)
        ).all()
        print("alto:", ", ".join(m.name for m in altos))
        wanda = session.scalars(select(Member).where(Member.name == "Wanda")).one()
        print("rehearsals of Wanda:", len(wanda.rehearsals))


if __name__ == "__main__":
    main()
