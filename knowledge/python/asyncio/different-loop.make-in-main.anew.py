"""Every call of a plain function runs a loop of its own."""
# fails: RuntimeError at line 8
# prints: [1, 2]
# prints: [3, 4]
import asyncio
gate = asyncio.Semaphore(1)  # one at a time
async def fetch(number):
    async with gate:
        await asyncio.sleep(0)
        return number


async def page(number):
    """Two of them."""
    return await asyncio.gather(fetch(number), fetch(number + 1))
def load(number):
    return asyncio.run(page(number))


def main():
    print(load(1))
    print(load(3))


main()
