"""An object that is handed over twice."""
# fails: TypeError at line 9
# prints: woof 2
class Dog:
    def bark(self, times):
        return f"woof {times}"

rex = Dog()
print(rex.bark(rex, 2))  # loud
