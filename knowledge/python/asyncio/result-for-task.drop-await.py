"""A task of a result."""
# fails: TypeError at line 8
# prints: 4
import asyncio
async def square(number):
    return number * number
async def main():
    task = asyncio.create_task(await square(2))  # later
    print(await task)


asyncio.run(main())
