"""Asks for several at a time."""
# needs: python>=3.12
# fails: TypeError at line 14
# prints: [0, 1, 4]
import asyncio


async def square(number):
    return number * number


async def main():
    jobs = (square(n) for n in range(3))
    print(await asyncio.gather(jobs))


asyncio.run(main())
