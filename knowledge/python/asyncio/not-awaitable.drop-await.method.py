"""Puts into a queue without waiting."""
# fails: TypeError at line 9
# prints: 1
import asyncio


async def main():
    queue = asyncio.Queue()
    await queue.put_nowait(1)
    print(await queue.get())


asyncio.run(main())
