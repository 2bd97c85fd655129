"""A policy of Windows."""
# needs: posix
# fails: AttributeError at line 8
# prints: done
import asyncio


asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())  # for the database
async def main():
    print("done")


asyncio.run(main())
