"""A file with tabs; the line that goes back has blanks."""
# fails: IndentationError at line 9
# prints: ready
# prints: [2]

def evens(numbers: list[int]) -> list[int]:
	if len(numbers) > 1:
		print("ready")
    return [number for number in numbers if number % 2 == 0]


print(evens([1, 2, 3]))
