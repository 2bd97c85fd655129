"""Saves what was typed, then says so."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: unused-coroutine at line 14
import asyncio


async def save(text: str) -> None:
    await asyncio.sleep(0)  # stands for the disk
    print("saved", text)


async def main() -> None:
    save("draft")
    print("done")


asyncio.run(main())
