"""A column that is filtered by is misspelt."""
# needs: sqlalchemy
# fails: sqlalchemy.exc.InvalidRequestError at line 21
# prints: 0
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
found = select(User).filter_by(emial="ana@example.com")
with Session(engine) as session:
    print(len(session.scalars(found).all()))
