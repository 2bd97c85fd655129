"""Asks a task that runs."""
# fails: asyncio.exceptions.InvalidStateError at line 13
# prints: 4
import asyncio


async def job():
    return 3


async def main():
    task = asyncio.create_task(job())
    print(task.result() + 1)


asyncio.run(main())
