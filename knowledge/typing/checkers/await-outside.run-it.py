"""A coroutine is awaited by the module itself."""
# run: mypy {file}
# needs: mypy
# fails: top-level-await at line 13
import asyncio


async def main() -> None:
    print("done")


# start it
await main()
