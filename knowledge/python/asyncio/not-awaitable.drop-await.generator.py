"""Goes over an async generator."""
# fails: TypeError at line 11
# prints: 1
import asyncio


async def pages():
    yield 1
async def main():
    # each
    for page in await pages():
        print(page)


asyncio.run(main())
