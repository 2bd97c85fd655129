"""asyncio's time-out was an exception of its own."""
# needs: python<3.11
# fails: asyncio.exceptions.TimeoutError at line 8
# prints: late
import asyncio
async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except (KeyError, TimeoutError):  # é
        print("late")


asyncio.run(main())
