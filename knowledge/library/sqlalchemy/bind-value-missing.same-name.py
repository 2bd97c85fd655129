"""The SQL and the values name the same thing in two ways."""
# needs: sqlalchemy
# fails: sqlalchemy.exc.StatementError at line 33
# prints: 0
from sqlalchemy import ForeignKey, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    orders: Mapped[list["Order"]] = relationship(back_populates="user")


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    user: Mapped[User] = relationship(back_populates="orders")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
from sqlalchemy import text

with Session(engine) as session:
    sql = text("select count(*) from orders where user_id = :user_id")
    print(session.execute(sql, {"userid": 3}).scalar())
