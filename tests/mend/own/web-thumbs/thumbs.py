#!/usr/bin/env python3
"""Make small JPEG previews of the pictures in a folder for the web page.

    python thumbs.py SOURCE TARGET [--size 96]

Without a source folder a few test pictures are drawn first.
"""
import argparse
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

SUFFIXES = {".png", ".jpg", ".jpeg", ".gif", ".bmp"}


def draw_samples(folder: Path) -> None:
    badge = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(badge).ellipse((40, 20, 260, 180), fill=(200, 30, 30, 255))
    badge.save(folder / "badge.png")

    field = Image.linear_gradient("L").resize((400, 400)).convert("RGB")
    field.save(folder / "field.jpg", quality=90)

    (folder / "notes.txt").write_text("not a picture\n")


def pictures(folder: Path):
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES:
            yield path


def make_thumb(source: Path, target: Path, size: int) -> tuple[int, int]:
    """Scale one picture down and save it as JPEG; the new size."""
    with Image.open(source) as picture:
        picture = ImageOps.exif_transpose(picture)
        picture.thumbnail((size, size), Image.Resampling.LANCZOS)
        picture.save(
            target / (source.stem + ".jpg"),
            "JPEG",
            quality=85,
            optimize=True,
        )
        return picture.size


def contact_sheet(folder: Path, size: int) -> Image.Image:
    paths = list(pictures(folder))
    sheet = Image.new("RGB", (size * len(paths), size), "white")
    for number, path in enumerate(paths):
        with Image.open(path) as thumb:
            sheet.paste(thumb, (number * size, (size - thumb.height) // 2))
    return sheet


def main() -> None:
    parser = argparse.ArgumentParser(description="previews for the web page")
    parser.add_argument("source", nargs="?", type=Path)
    parser.add_argument("target", nargs="?", type=Path)
    parser.add_argument("--size", type=int, default=96)
    args = parser.parse_args()

    with tempfile.TemporaryDirectory() as scratch:
        source = args.source or Path(scratch, "in")
        target = args.target or Path(scratch, "out")
        target.mkdir(parents=True, exist_ok=True)
        if args.source is None:
            source.mkdir()
            draw_samples(source)
        for path in pictures(source):
            width, height = make_thumb(path, target, args.size)
            print(f"{path.name}: {width}x{height}")
        sheet = contact_sheet(target, args.size)
        print(f"sheet: {sheet.width}x{sheet.height}")


if __name__ == "__main__":
    main()
