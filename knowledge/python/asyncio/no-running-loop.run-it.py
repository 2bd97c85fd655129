"""A task at the top of a file."""
# fails: RuntimeError at line 10
# prints: 3 letters
import asyncio
async def send(letters):
    await asyncio.sleep(0)
    print(len(letters), "letters")


asyncio.create_task(send(["a", "b", "c"]))  # all of them
