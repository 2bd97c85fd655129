"""A thread runs its coroutine."""
# fails: RuntimeError at line 11
# prints: done
import asyncio
from threading import Thread
async def job():
    print("done")


def work():
    asyncio.ensure_future(job())


thread = Thread(target=work)
thread.start()
thread.join()
