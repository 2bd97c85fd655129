"""Waits as one did in Python 3.4."""
# needs: python>=3.11
# fails: AttributeError at line 7
# prints: 3
import asyncio

@asyncio.coroutine
def work(number):
    result = yield from asyncio.sleep(0, number)  # at once
    return result

print(asyncio.run(work(3)))
