"""Counts calls; the declaration came too late."""
# fails: SyntaxError at line 10
# prints: 2
calls = 0


def call() -> None:
    """Count one."""
    calls += 1
    global calls  # the module's


call()
call()
print(calls)
