"""wait gives two sets."""
# fails: AttributeError at line 11
# prints: 3
import asyncio
async def work(number):
    return number
async def main():
    total = 0
    done = await asyncio.wait([asyncio.create_task(work(number)) for number in range(3)])
    for task in done:
        total += task.result()
    print(total)


asyncio.run(main())
