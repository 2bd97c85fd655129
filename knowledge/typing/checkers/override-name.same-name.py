"""A bell that rings, and one that rings otherwise."""
# run: pyright {file}
# needs: pyright
# fails: reportIncompatibleMethodOverride at line 13


class Bell:
    def ring(self, times: int) -> str:
        return "ding " * times


class Gong(Bell):
    def ring(self, count: int) -> str:
        strokes = [f"{n + 1}: dong" for n in range(count)]  # count from one
        return " ".join(strokes) if count else ""


print(Gong().ring(2))
