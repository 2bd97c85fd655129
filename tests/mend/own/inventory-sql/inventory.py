"""Inventory of a school workshop on SQLAlchemy."""
from sqlalchemy import ForeignKey, String, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Room(Base):
    __tablename__ = "room"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    tools: Mapped[list["Tool"]] = relationship(back_populates="room", order_by="Tool.name")


class Tool(Base):
    __tablename__ = "tool"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    pieces: Mapped[int] = mapped_column(default=1)
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"))
    room: Mapped[Room] = relationship(back_populates="tools")


def fill(session: Session) -> None:
    wood = Room(name="wood", tools=[Tool(name="plane", pieces=6), Tool(name="chisel", pieces=14)])
    metal = Room(name="metal", tools=[Tool(name="file", pieces=20)])
    session.add_all([wood, metal])
    session.commit()


def pieces_by_room(session: Session) -> dict[str, int]:
    query = (
        select(Room.name, func.sum(Tool.pieces))
        .join(Room.tools)
        .group_by(Room.name)
        .order_by(Room.name)
    )
    return {name: total for name, total in session.execute(query)}


def lend(session: Session, tool_name: str, pieces: int) -> None:
    """Take pieces out of the stock in one statement, without loading the tool."""
    session.execute(
        "UPDATE tool SET pieces = pieces - :pieces WHERE name = :name",
        {"pieces": pieces, "name": tool_name},
    )
    session.commit()


def main() -> None:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        fill(session)
        print("before:", pieces_by_room(session))
        lend(session, "chisel", 4)
        print("after:", pieces_by_room(session))
        wood = session.scalars(select(Room).where(Room.name == "wood")).one()
        print("wood:", ", ".join(f"{tool.pieces} x {tool.name}" for tool in wood.tools))


if __name__ == "__main__":
    main()
