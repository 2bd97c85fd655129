"""Command line helpers for the reading group: count and list words."""
import re
from collections import Counter

import click

WORD = re.compile(r"[^\W\d_]+")


def words_of(stream):
    for line in stream:
        for match in WORD.finditer(line):
            yield match.group().lower()


@click.group()
@click.version_option("1.2")
def cli():
    """Look at the words of a text."""


@cli.command()
@click.argument("source", type=click.File("r", encoding="utf-8"))
@click.option("--top", default=3, show_default=True, help="How many to show.")
@click.option("--min-length", default=1, help="Leave out shorter words.")
def count(source, top, minlength):
    """Show the most frequent words."""
    counter = Counter(w for w in words_of(source) if len(w) >= minlength)
    for word, number in counter.most_common(top):
        click.echo(f"{number} {word}")
    click.echo(f"{len(counter)} different words")


@cli.command("list")
@click.argument("source", type=click.File("r", encoding="utf-8"))
@click.option("--prefix", default="")
def list_words(source, prefix):
    """List the words in alphabetical order."""
    for word in sorted(set(words_of(source))):
        if word.startswith(prefix.lower()):
            click.echo(word)


if __name__ == "__main__":
    cli()
