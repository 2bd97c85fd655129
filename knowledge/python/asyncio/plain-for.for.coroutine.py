"""Shows the rows."""
# fails: TypeError at line 12
# prints: a
import asyncio


async def rows():
    return ["a"]


async def main():
    async for row in rows():
        print(row)


asyncio.run(main())
