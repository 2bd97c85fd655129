"""Members of the choir in a small database (SQLAlchemy)."""
from typing import List, Optional

from sqlalchemy import ForeignKey, String, create_engine, select, text
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    mapped_column,
    relationship,
)


class Base(DeclarativeBase):
    pass


class Voice(Base):
    __tablename__ = "voice"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20), unique=True)
    singers: Mapped[List["Singer"]] = relationship(back_populates="voice")


class Singer(Base):
    __tablename__ = "singer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    voice_id: Mapped[Optional[int]] = mapped_column(ForeignKey("voice.id"))
    voice: Mapped[Optional[Voice]] = relationship(back_populates="singers")


def fill(session: Session) -> None:
    alto, soprano = Voice(name="alto"), Voice(name="soprano")
    session.add_all(
        [
            Singer(name="Kim", voice=alto),
            Singer(name="Robin", voice=soprano),
            Singer(name="Sasha", voice=alto),
            Singer(name="Toni"),
        ]
    )
    session.commit()


def check(session: Session) -> None:
    """Say whether SQLite looks after the foreign keys."""
    enabled = session.execute(text("pragma foreign_keys")).scalar_one()
    print("foreign keys:", "on" if enabled else "off")


def count_per_voice(session: Session):
    rows = session.execute(
        """
        select voice.name, count(singer.id)
        from voice left join singer on singer.voice_id = voice.id
        group by voice.name order by voice.name
        """
    )
    return rows.all()


def main() -> None:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        check(session)
        fill(session)
        for voice, count in count_per_voice(session):
            print(f"{voice}: {count}")
        lost = session.scalars(select(Singer).where(Singer.voice_id.is_(None))).all()
        print("singers without a voice:", len(lost))


if __name__ == "__main__":
    main()
