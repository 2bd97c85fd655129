"""The coroutine was assigned lines above."""
# fails: TypeError at line 14
# prints: 2
# prints: Ada
import asyncio


async def load() -> list[str]:
    return ["Ada", "Bob"]

async def main() -> None:
    names = load()  # all of them
    count = 2
    print(count, *[name for name in names][:1], sep="\n")

asyncio.run(main())
