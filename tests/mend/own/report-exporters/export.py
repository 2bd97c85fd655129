from abc import ABC, abstractmethod


class Exporter(ABC):
    """Writes a table in some format."""

    def __init__(self, title):
        self.title = title

    def export(self, rows):
        parts = [self.header(rows[0].keys())]
        parts += [self.row(r.values()) for r in rows]
        parts.append(self.footer(rows))
        return "\n".join(parts)

    @abstractmethod
    def header(self, names): ...

    @abstractmethod
    def row(self, values): ...

    @abstractmethod
    def footer(self, rows): ...


class TextExporter(Exporter):
    def header(self, names):
        return self.title.upper() + "\n" + "".join(n.ljust(12) for n in names)

    def row(self, values):
        return "".join(str(v).ljust(12) for v in values)

    def footer(self, rows):
        return "(%d rows)" % len(rows)


class MarkdownExporter(Exporter):
    def header(self, names):
        names = list(names)
        return "# %s\n\n| %s |\n|%s" % (self.title, " | ".join(names), " --- |" * len(names))

    def row(self, values):
        return "| %s |" % " | ".join(map(str, values))


FORMATS = {"txt": TextExporter, "md": MarkdownExporter}

rows = [
    {"tool": "drill", "hours": 41, "state": "ok"},
    {"tool": "lathe", "hours": 305, "state": "service"},
]
for name, cls in FORMATS.items():
    print(cls("Workshop").export(rows))
    print()
