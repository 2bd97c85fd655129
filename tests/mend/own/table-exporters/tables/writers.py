"""The writers: Markdown, HTML and plain text."""
from html import escape

from .base import TableWriter


class MarkdownWriter(TableWriter):
    suffix = ".md"

    def begin(self, header):
        self.write_row(header)
        self.write_row(["---"] * len(header))

    def write_row(self, cells):
        self.out.write("| " + " | ".join(cells) + " |\n")


class TextWriter(TableWriter):
    suffix = ".txt"

    def begin(self, header):
        self.write_row([name.upper() for name in header])

    def write_row(self, cells):
        self.out.write("".join(cell.ljust(14) for cell in cells).rstrip() + "\n")

    def end(self):
        self.out.write(f"{self.rows} rows\n")


class HtmlWriter(TableWriter):
    suffix = ".html"

    def begin(self, header):
        self.out.write("<table>\n")
        names = "".join(f"<th>{escape(name)}</th>" for name in header)
        self.out.write(f"<thead><tr>{names}</tr></thead>\n")

    def write_line(self, cells):
        data = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        self.out.write(f"<tr>{data}</tr>\n")

    def end(self):
        self.out.write("</table>\n")
        self.out.write(f"<p>{self.rows} rows</p>\n")


WRITERS = {
    "md": MarkdownWriter,
    "html": HtmlWriter,
    "text": TextWriter,
}
