from datetime import date, datetime

from .model import Loan

LOANS = [
    Loan("Rivers of the North", "R-17", date(2024, 2, 1), datetime(2024, 2, 22, 16, 40)),
    Loan("Bread at Home", "R-03", date(2024, 2, 9)),
    Loan("Star Atlas", "R-17", date(2024, 2, 20)),
]


def main(now: datetime) -> None:
    late = [loan for loan in LOANS if loan.is_late(now)]
    print(f"{len(late)} of {len(LOANS)} loans are late")
    for loan in late:
        print(f"  {loan.title} ({loan.reader}), due {loan.due:%d %b}")


if __name__ == "__main__":
    main(datetime(2024, 3, 1, 9, 30))
