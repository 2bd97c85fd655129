"""A pattern without fields needs no f."""
# needs: python>=3.10
# fails: SyntaxError at line 8
# prints: end

word = "stop"
match word:
    case f"stop":  # leave
        print("end")
    case _:
        print("go on")
