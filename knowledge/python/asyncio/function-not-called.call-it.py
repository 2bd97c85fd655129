"""Runs main."""
# fails: ValueError at line 7
# prints: done
import asyncio
async def main():
    print("done")
asyncio.run(main)
