from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Optional

LOAN_DAYS = 21


@dataclass
class Loan:
    title: str
    reader: str
    lent: date
    returned: Optional[datetime] = None

    @property
    def due(self) -> date:
        return self.lent + timedelta(days=LOAN_DAYS)

    def is_late(self, now: datetime) -> bool:
        if self.returned is not None:
            return self.returned > self.due
        return now > self.due
