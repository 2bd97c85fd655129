"""The last measurement, as ruff sees the parameter."""
# run: ruff check --isolated --select RUF013 {file}
# needs: ruff
# fails: RUF013 at line 7


def last(values: list[float], default: "float" = None):
    return values[-1] if values else default  # the newest stands last


print(last([]))
