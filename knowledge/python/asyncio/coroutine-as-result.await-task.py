"""Adds what two give."""
# fails: TypeError at line 13
# prints: 3
import asyncio


async def job(number):
    return number


async def main():
    results = asyncio.gather(job(1), job(2))
    print(results[0] + results[1])


asyncio.run(main())
