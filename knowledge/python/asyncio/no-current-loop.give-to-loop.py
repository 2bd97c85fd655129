"""A thread hands its coroutine to the loop around it."""
# fails: RuntimeError at line 11
# prints: heard 2
import asyncio
async def hear(what):
    print("heard", what)
async def main():
    loop = asyncio.get_running_loop()

    def work():
        asyncio.ensure_future(hear(2))

    await asyncio.to_thread(work)
    await asyncio.sleep(0.05)


asyncio.run(main())
