"""Adds a user and says its number."""
# needs: sqlalchemy
# fails: sqlalchemy.orm.exc.DetachedInstanceError at line 24
# prints: 1
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:  # one transaction
    user = User()
    session.add(user)
    session.commit()
print(user.id)
