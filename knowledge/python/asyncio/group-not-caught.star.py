"""What a task raises comes in a group."""
# needs: python>=3.11
# fails: ExceptionGroup at line 8
# prints: failed: two
import asyncio
async def work(number):
    if number == 2:
        raise ValueError("two")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for number in range(3):
                group.create_task(work(number))
    except ValueError as error:
        # said once
        print("failed:", error)


asyncio.run(main())
