"""Tasks are made outside of the loop that waits for them."""
# fails: RuntimeError at line 10
# prints: 6
import asyncio
async def load(number):
    await asyncio.sleep(0)
    return number
def total(numbers):
    # all at once
    tasks = [asyncio.create_task(load(number)) for number in numbers]
    results = asyncio.run(asyncio.wait_for(asyncio.gather(*tasks), 5))
    return sum(results)


print(total([1, 2, 3]))
