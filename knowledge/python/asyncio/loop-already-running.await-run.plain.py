"""A plain function between two async ones."""
# fails: RuntimeError at line 12
# prints: 5
import asyncio


async def load():
    return 5


def helper():
    return asyncio.run(load())


async def main():
    print(helper())


asyncio.run(main())
