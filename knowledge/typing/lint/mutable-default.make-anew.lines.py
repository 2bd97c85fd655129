"""A call with several defaults, over several lines."""
# run: ruff check --isolated --select B006 {file}
# needs: ruff
# fails: B006 at line 10


class Log:
    def write(
        self,
        *lines, marks=dict(), end="\n"
    ):
        marks["count"] = len(lines)  # for the summary
        return end.join(lines), marks


print(Log().write("a", "b"))
