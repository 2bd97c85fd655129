"""Two runs share a lock."""
# fails: RuntimeError at line 8
# prints: 2
# prints: 4
import asyncio
lock = asyncio.Lock()
async def work(done):
    async with lock:
        await asyncio.sleep(0)
        done.append(1)
async def both(done):
    await asyncio.gather(work(done), work(done))
    print(len(done))


total = []
asyncio.run(both(total))
# again
asyncio.run(both(total))
