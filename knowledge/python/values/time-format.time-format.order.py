"""The day comes first in the log, with other signs and a time."""
# setup: printf '14/11/2023 09:00;filter\n02/05/2023 10:15;pump\n' > log.txt
# fails: ValueError at line 13
# prints: 195
from datetime import datetime
from pathlib import Path


class Log:
    def __init__(self, text):
        self.days = []
        for line in text.splitlines():
            self.days.append(datetime.strptime(line.split(";")[0], '%Y-%m-%d %H:%M'))  # sorted below


days = sorted(Log(Path("log.txt").read_text(encoding="utf-8")).days)
print((days[-1] - days[0]).days)
