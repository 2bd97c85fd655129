"""The program asks whether anybody was found."""
# needs: sqlalchemy
# fails: sqlalchemy.exc.NoResultFound at line 33
# prints: nobody
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    posts: Mapped[list["Post"]] = relationship(back_populates="author")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    author: Mapped["User"] = relationship(back_populates="posts")  # who wrote it


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


def find(name):
    with Session(engine) as session:
        user = session.scalars(select(User).where(User.name == name)).one()  # the user
        if user is None:
            return "nobody"
        return user.name


print(find("Leo"))
