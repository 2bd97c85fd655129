"""Cuts the list of addresses into batches for the news letter."""
import re

import click

MAX_BATCH = 200
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.\w+")


def check_batch(ctx, param, value):
    if not 1 <= value <= MAX_BATCH:
        raise click.BadParameter(f"the provider takes 1 to {MAX_BATCH} letters at once")
    return value


def check_sender(ctx, param, value):
    if not ADDRESS.fullmatch(value):
        raise click.BadParameter("no mail address")
    return value


@click.command()
@click.option("--batch", default=100, show_default=True, callback=check_batch)
@click.option("--from", "sender", required=True, callback=check_sender)
@click.option("--count", default=1200, help="Addresses to make up for the dry run.")
def main(batch, sender, count):
    """Dry run of the sending."""
    addresses = [f"reader{i}@example.net" for i in range(count)]
    for start in range(0, count, batch):
        part = addresses[start:start + batch]
        click.echo(f"{sender}: {len(part)} letters, {part[0]} to {part[-1]}")


if __name__ == "__main__":
    main()
