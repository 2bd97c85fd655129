"""An executor's future is no asyncio one."""
# fails: TypeError at line 9
# prints: 3
import asyncio
from concurrent.futures import ThreadPoolExecutor
def work(number): return number
async def main():
    with ThreadPoolExecutor() as pool:
        result = await pool.submit(work, 3)  # one
    print(result)


asyncio.run(main())
