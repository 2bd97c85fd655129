"""Puts small pictures side by side on a contact sheet."""
import io

from PIL import Image, ImageDraw

SIZE = (50, 50)
GAP = 2


def sample_pictures():
    for colour, size in [("red", (200, 100)), ("green", (80, 160)),
                         ("navy", (300, 300)), ("gold", (64, 64))]:
        picture = Image.new("RGB", size, colour)
        ImageDraw.Draw(picture).line((0, 0) + size, fill="white", width=3)
        yield picture


def shrink(picture):
    copy = picture.copy()
    copy.thumbnail(SIZE, Image.ANTIALIAS)
    return copy


def contact_sheet(pictures, columns=4):
    small = [shrink(picture) for picture in pictures]
    rows = -(-len(small) // columns)
    width = columns * (SIZE[0] + GAP) + 2 * GAP
    height = 2 * rows * (SIZE[1] + GAP) + 2 * GAP
    sheet = Image.new("RGB", (width, height), "white")
    for index, picture in enumerate(small):
        row, column = divmod(index, columns)
        sheet.paste(picture, (GAP + column * (SIZE[0] + GAP), GAP + row * (SIZE[1] + GAP)))
    return sheet, len(small)


def main():
    sheet, count = contact_sheet(sample_pictures())
    buffer = io.BytesIO()
    sheet.save(buffer, format="PNG")
    print(f"sheet {sheet.width} x {sheet.height}")
    print(count, "pictures,", "PNG" if buffer.getvalue()[1:4] == b"PNG" else "?")


if __name__ == "__main__":
    main()
