"""The posts of a user are asked for after the session's block."""
# needs: sqlalchemy
# fails: sqlalchemy.orm.exc.DetachedInstanceError at line 34
# prints: 1
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    posts: Mapped[list["Post"]] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(User(posts=[Post()]))
    session.commit()

with Session(engine) as session:
    user = session.scalars(select(User)).one()
# how many
print(len(user.posts))
