"""Keeps track of the shared tools of the street."""
from sqlalchemy import Integer, String, create_engine, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Tool(Base):
    __tablename__ = "tool"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    lent_to: Mapped[str | None] = mapped_column(String(40))

    def __repr__(self) -> str:
        return f"<Tool {self.name}>"


def make_engine():
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(text("CREATE INDEX lent_index ON tool (lent_to)"))
    return engine


def fill(session):
    session.add_all([Tool(name="saw", lent_to="no. 7"), Tool(name="ladder"), Tool(name="drill")])
    session.commit()


def lent_names(session):
    rows = session.execute(
        "SELECT name FROM tool WHERE lent_to IS NOT NULL ORDER BY name"
    )
    return [row.name for row in rows]


def main():
    with Session(make_engine()) as session:
        fill(session)
        print("lent:", ", ".join(lent_names(session)))
        at_home = session.query(Tool).filter(Tool.lent_to.is_(None)).count()
        print("in the shed:", at_home)


if __name__ == "__main__":
    main()
