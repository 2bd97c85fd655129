"""An object that starts a task is made before the loop runs."""
# fails: RuntimeError at line 8
# prints: ['first']
import asyncio
class Clock:
    def __init__(self):
        self.seen = []
        self.task = asyncio.create_task(self.tick())
    async def tick(self):
        self.seen.append("first")


clock = Clock()  # one for all
async def wait():
    await clock.task


async def main():
    """Waits for the clock."""
    await wait()
    print(clock.seen)


asyncio.run(main())
