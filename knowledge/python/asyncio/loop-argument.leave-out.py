"""A queue of a loop."""
# fails: TypeError at line 9
# prints: 1
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue(maxsize=3, loop=loop)
    await queue.put(1)
    await asyncio.sleep(0, loop=loop)
    print(await queue.get())


asyncio.run(main())
