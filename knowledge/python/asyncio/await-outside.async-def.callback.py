"""A function that is handed over and awaited there."""
# fails: SyntaxError at line 8
# prints: 3
import asyncio

def make(step):
    def work(number):
        await asyncio.sleep(0)
        return number + step
    return work

async def twice(job):
    return await job(await job(1))

print(asyncio.run(twice(make(1))))
