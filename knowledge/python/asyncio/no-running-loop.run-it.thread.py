"""A thread has no loop."""
# fails: RuntimeError at line 12
# prints: sent
import asyncio
import threading
async def send():
    await asyncio.sleep(0)
    print("sent")


def work():
    asyncio.create_task(send())


thread = threading.Thread(target=work)
thread.start()
thread.join()
