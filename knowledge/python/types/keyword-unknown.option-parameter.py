"""click hands --min-length over as min_length."""
# needs: click
# fails: TypeError at line 17
# prints: river
import click


@click.command()
@click.option("--min-length", default=4, help="Leave out shorter words.")
@click.argument("words", nargs=-1)
def words(words, minlength):
    for word in words or ["the", "river"]:
        if len(word) >= minlength:  # in characters
            print(word)


words()
