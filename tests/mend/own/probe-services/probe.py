# Ask every service of the inventory for its health and print a table.
# The "network" is a dictionary with delays so it can be run anywhere.
import asyncio
import sys
import time

INVENTORY = {
    "auth": (0.03, 200),
    "billing": (0.02, 200),
    "mail": (0.05, 503),
    "search": (5.0, 200),     # hangs
}

TIMEOUT = 0.3


class Probe:
    __slots__ = ("name", "status", "took")

    def __init__(self, name, status, took):
        self.name, self.status, self.took = name, status, took

    @property
    def healthy(self):
        return self.status == 200

    def __str__(self):
        mark = "+" if self.healthy else "!"
        return f"{mark} {self.name:<10}{self.status or 'timeout'}"


async def fake_get(name):
    delay, status = INVENTORY[name]
    await asyncio.sleep(delay)
    return status


async def probe(name):
    started = time.perf_counter()
    try:
        status = await asyncio.wait_for(fake_get(name), TIMEOUT)
    except asyncio.TimeoutError:
        status = None
    return Probe(name, status, time.perf_counter() - started)


async def probe_all(names):
    tasks = []
    for name in names:
        tasks.append(asyncio.create_task(probe(name), name=f"probe-{name}"))
    results = await asyncio.gather(tasks)
    return sorted(results, key=lambda p: (p.healthy, p.name))


def main():
    wanted = sys.argv[1:] or list(INVENTORY)
    probes = asyncio.run(probe_all(wanted))
    for p in probes:
        print(p)
    slow = max(probes, key=lambda p: p.took)
    print("slowest:", slow.name)
    print("healthy: %d of %d" % (sum(p.healthy for p in probes), len(probes)))


if __name__ == "__main__":
    main()
