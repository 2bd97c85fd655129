"""A loop in a thread."""
# fails: RuntimeError at line 12
# prints: done
import asyncio
import threading


async def job():
    print("done")
def work():
    # in this thread
    loop = asyncio.get_event_loop()
    loop.run_until_complete(job())


thread = threading.Thread(target=work)
thread.start()
thread.join()
