"""A thread hands its coroutine to the loop that runs in the other one."""
# fails: RuntimeError at line 13
# prints: heard knock
import asyncio
async def hear(what):
    print("heard", what)


class Listener:
    def __init__(self):
        self.loop = None
    def on_event(self, what):
        asyncio.create_task(hear(what))
    async def run(self):
        self.loop = asyncio.get_running_loop()
        await asyncio.to_thread(self.on_event, "knock")
        await asyncio.sleep(0.05)


asyncio.run(Listener().run())
