"""A greeting, with a title for those who have one."""
# run: mypy --strict --no-error-summary {file}
# needs: mypy
# fails: assignment at line 9


def greeting(
    name: str,
    title: str = None,  # "Dr", for example
) -> str:
    return f"Dear {title} {name}" if title else f"Dear {name}"


print(greeting("Byron"))
