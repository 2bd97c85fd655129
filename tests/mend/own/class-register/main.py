# class register - works out the end of term grades
# term 2 project

class Pupil:
    def __init__(self, name, marks):
        self.name = name
        self.marks = marks

    def average(self):
        return sum(self.marks) / len(self.marks)

    def letter_for(self, score):
        if score >= 80:
            return "A"
        elif score >= 65:
            return "B"
        elif score >= 50:
            return "C"
        else:
            return "D"

    def report_line(self):
        avg = self.average()
        letter = letter_for(avg)
        return self.name.ljust(12) + str(round(avg, 1)).rjust(6) + "   " + letter


class Register:
    def __init__(self, form):
        self.form = form
        self.pupils = []

    def add(self, name, *marks):
        self.pupils.append(Pupil(name, list(marks)))

    def best(self):
        top = self.pupils[0]
        for p in self.pupils:
            if p.average() > top.average():
                top = p
        return top

    def show(self):
        print("Form", self.form)
        print("-" * 24)
        for p in sorted(self.pupils, key=lambda p: p.name):
            print(p.report_line())
        print("-" * 24)
        print("Best:", self.best().name)


register = Register("8B")
register.add("Olive", 78, 91, 85)
register.add("Tariq", 66, 59, 71)
register.add("Mina", 49, 52, 44)
register.add("Jonas", 88, 62, 70)
register.show()
