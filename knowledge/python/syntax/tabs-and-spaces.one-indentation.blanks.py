"""A tab and four blanks, as an editor with tabs of eight columns writes twelve."""
# fails: TabError at line 9
# prints: 3 is the first

def first(numbers: list[int], wanted: set[int]) -> str:
    for number in numbers:
        if number in wanted:
            text = f"{number} is the first"
	    return text  # found
    return "none"


print(first([1, 3, 5], {5, 3}))
