"""The same, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: reportGeneralTypeIssues at line 13
import asyncio


def size() -> int:
    return 3


async def main() -> None:
    total = await size()  # how large
    print(total)


asyncio.run(main())
