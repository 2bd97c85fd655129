"""Append the compressed log of the day to an archive file."""
import sys
import zlib


def lines(n):
    for i in range(n):
        yield f"{i:06d} door {'open' if i % 2 else 'closed'} sensor {i * 7919 % 97}\n"


def write_archive(path, text):
    data = zlib.compress(text.encode("utf-8"), 1)
    with open(path, "ab") as out:
        out.write(len(data).to_bytes(4, "big"))
        out.write(data)
    return len(data)


def main():
    target = sys.argv[1]
    size = write_archive(target, "".join(lines(20000)))
    print("archived", size, "bytes to", target)


if __name__ == "__main__":
    main()
