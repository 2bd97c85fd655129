"""Adds the pages' numbers."""
# fails: TypeError at line 13
# prints: 3
import asyncio


async def pages():
    yield 1
    yield 2


async def main():
    print(sum(pages()))  # all


asyncio.run(main())
