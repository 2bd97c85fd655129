"""Two static methods of a converter, written like plain ones."""
# fails: TypeError at line 10
# prints: 212.0
class Converter:
    @staticmethod
    def fahrenheit(self, celsius):  # no state
        return celsius * 9 / 5 + 32


print(Converter().fahrenheit(100))
