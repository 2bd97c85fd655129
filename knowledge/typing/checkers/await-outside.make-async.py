"""A coroutine is awaited in a plain function."""
# run: mypy {file}
# needs: mypy
# fails: await-not-async at line 9
import asyncio


def main() -> None:
    await asyncio.sleep(0)  # a moment
    print("done")


asyncio.run(main())
