"""A plain function's result is awaited."""
# run: mypy {file}
# needs: mypy
# fails: misc at line 13
import asyncio


def size() -> int:
    return 3


async def main() -> None:
    total = await size()  # how large
    print(total)


asyncio.run(main())
