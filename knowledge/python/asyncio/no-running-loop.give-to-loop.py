"""The loop that is run below makes the task."""
# fails: RuntimeError at line 12
# prints: 7
import asyncio
async def count():
    await asyncio.sleep(0)
    return 7


def main():
    loop = asyncio.new_event_loop()
    task = asyncio.create_task(count())
    print(loop.run_until_complete(task))
    loop.close()


main()
