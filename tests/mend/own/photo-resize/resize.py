"""Plan the sizes of pictures for the web gallery (dry run only)."""
import argparse
from pathlib import PurePath

SIZES = {"thumb": 160, "small": 640, "large": 1600}


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pictures", nargs="+", type=PurePath, metavar="PICTURE")
    parser.add_argument("--size", choices=sorted(SIZES), default="small")
    parser.add_argument("--quality", type=int, default=85, help="1 to 95 (default: %(default)s)")
    return parser


def target(picture: PurePath, size: str) -> PurePath:
    return picture.with_name(f"{picture.stem}-{SIZES[size]}{picture.suffix}")


def main() -> None:
    args = build_parser().parse_args()
    for picture in args.pictures:
        print(picture, "->", target(picture, args.size), f"(q={args.quality})")


if __name__ == "__main__":
    main()
