"""In a thread, gather wants a loop that runs."""
# fails: RuntimeError at line 9
# prints: [1, 1]
import asyncio
from threading import Thread
async def one():
    return 1
def work():
    both = asyncio.gather(one(), one())
    print(asyncio.run(asyncio.wait_for(both, 5)))


thread = Thread(target=work)
thread.start()
thread.join()
