"""wait of two tasks."""
# fails: TypeError at line 9
# prints: 2
import asyncio
async def work(number):
    return number
async def main():
    one, other = asyncio.create_task(work(1)), asyncio.create_task(work(2))
    done, _ = await asyncio.wait(
        asyncio.create_task(work(1)),  # one
        asyncio.create_task(work(2)),
    )
    print(len(done))
    await asyncio.gather(one, other)


asyncio.run(main())
