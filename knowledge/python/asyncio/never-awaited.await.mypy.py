"""A pause between two letters, as mypy sees it."""
# run: mypy --strict --no-error-summary {file}
# needs: mypy
# fails: unused-coroutine at line 10
import asyncio


async def spell(word: str) -> None:
    for letter in word:
        asyncio.sleep(0.001)
        print(letter)  # one a line


asyncio.run(spell("ox"))
