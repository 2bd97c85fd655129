"""Adds a user twice, and counts."""
# needs: sqlalchemy
# fails: sqlalchemy.exc.PendingRollbackError at line 24
# prints: there already
# prints: 1
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
class Base(DeclarativeBase):
    pass
class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)
session.add(User(id=1))
session.commit()
try:
    session.add(User(id=1))
    session.flush()
except IntegrityError:
    print("there already")
print(session.execute(text("select count(*) from user")).scalar())
