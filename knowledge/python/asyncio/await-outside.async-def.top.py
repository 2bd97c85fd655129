"""The function is called at the module's level."""
# fails: SyntaxError at line 7
# prints: done
import asyncio

def wait() -> str:
    await asyncio.sleep(0)
    return "done"


print(wait())
