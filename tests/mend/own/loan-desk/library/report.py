"""Who has how many books, and what is overdue?"""
from datetime import date

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from library.models import Base, Loan, Reader

TODAY = date(2024, 5, 1)


def fill(session):
    mara = Reader(name="Mara")
    leon = Reader(name="Leon")
    mara.loans = [
        Loan(title="Dune", due=date(2024, 4, 20)),
        Loan(title="Emma", due=date(2024, 5, 20)),
    ]
    leon.loans = [Loan(title="Momo", due=None)]
    session.add_all([mara, leon])
    session.commit()


def counts(session):
    return session.execute(
        """
        SELECT reader.name, COUNT(loan.id) AS books
        FROM reader JOIN loan ON loan.reader_id = reader.id
        GROUP BY reader.name
        HAVING COUNT(loan.id) >= :least
        ORDER BY reader.name
        """,
        {"least": 1},
    ).all()


def overdue(session, today):
    query = select(Loan).where(Loan.due < today).order_by(Loan.title)
    return session.scalars(query).all()


def main():
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        fill(session)
        for name, books in counts(session):
            print(name, "has", books, "books" if books != 1 else "book")
        print("overdue:", ", ".join(l.title for l in overdue(session, TODAY)))


if __name__ == "__main__":
    main()
