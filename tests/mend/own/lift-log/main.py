'''training diary for the gym, my second program with classes'''


class Diary:
    def __init__(self, owner):
        self.owner = owner
        self.sessions = []

    def add(self, day, sets):
        self.sessions.append((day, sets))

    def all_sets(self):
        for day, sets in self.sessions:
            for exercise, kilos, reps in sets:
                yield exercise, kilos, reps

    def heaviest():
        best = {}
        for exercise, kilos, reps in self.all_sets():
            if kilos > best.get(exercise, 0):
                best[exercise] = kilos
        return best

    def volume(self):
        return sum(kilos * reps for _, kilos, reps in self.all_sets())


d = Diary("me")
d.add("monday", [("squat", 80, 5), ("squat", 85, 3), ("press", 40, 8)])
d.add("thursday", [("squat", 82.5, 5), ("row", 50, 10)])

for exercise, kilos in d.heaviest().items():
    print(exercise, "best", kilos, "kg")
print("volume:", d.volume())
print("sessions:", len(d.sessions))
