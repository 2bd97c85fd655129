"""A sleep diary as a table: one row for each night."""
import pandas as pd

NIGHTS = [
    ("2021-02-01", "23:10", "06:40", 3),
    ("2021-02-02", "00:20", "07:00", 2),
    ("2021-02-03", "22:45", "06:50", 5),
]


class SleepDiary:
    columns = ["date", "hours", "mood"]

    def __init__(self):
        self.table = pd.DataFrame(columns=self.columns)

    @staticmethod
    def hours(start, end):
        start = pd.to_datetime(start, format="%H:%M")
        end = pd.to_datetime(end, format="%H:%M")
        if end < start:
            end += pd.Timedelta(days=1)
        return round((end - start).total_seconds() / 3600, 2)

    def add_night(self, date, start, end, mood):
        row = {"date": date, "hours": self.hours(start, end), "mood": mood}
        self.table = self.table.append(row, ignore_index=True)

    def worst_night(self):
        """The date of the shortest night."""
        return self.table.sort_values("hours").iloc[0]["date"]

    def moods(self):
        text = {1: "awful", 2: "bad", 3: "so-so", 4: "good", 5: "great"}
        return [text[int(mood)] for mood in self.table["mood"]]

    def summary(self):
        good = self.table[self.table["mood"] >= 3]
        return len(self.table), self.table["hours"].mean(), list(good["date"])


diary = SleepDiary()
for night in NIGHTS:
    diary.add_night(*night)

nights, mean, good = diary.summary()
print("nights:", nights)
print("mean sleep: %.2f h" % mean)
print("worst night:", diary.worst_night())
print("moods:", " ".join(diary.moods()))
print("good mornings:", ", ".join(good))
