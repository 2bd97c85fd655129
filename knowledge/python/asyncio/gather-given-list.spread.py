"""Asks for several at a time."""
# fails: TypeError at line 12
# prints: [0, 1, 4]
import asyncio


async def square(number):
    return number * number


async def main():
    print(await asyncio.gather([square(n) for n in range(3)]))  # all


asyncio.run(main())
