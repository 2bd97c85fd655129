"""Worker pool that reads several (slow) sources side by side.

The sources are faked here with asyncio.sleep; the real ones speak HTTP.
"""
import asyncio
import json
from dataclasses import dataclass, field

FAKE_SOURCES = {
    "stock": '{"rows": [1, 2, 3, 4], "delay": 0.02}',
    "prices": '{"rows": [10, 20, 30], "delay": 0.01}',
}


@dataclass
class Job:
    source: str
    attempts: int = 0


@dataclass
class Result:
    rows: dict = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.rows.values())


async def fetch(source: str) -> dict:
    """Return the decoded answer of a source."""
    answer = json.loads(FAKE_SOURCES[source])
    await asyncio.sleep(answer["delay"])
    return answer


async def worker(name: str, queue: asyncio.Queue, result: Result) -> None:
    while not queue.empty():
        job = queue.get_nowait()
        job.attempts += 1
        payload = fetch(job.source)
        rows = payload["rows"]
        result.rows[job.source] = len(rows)
        print(f"[{name}] {job.source}: {len(rows)} rows")
        queue.task_done()


async def run(sources, workers: int = 2) -> Result:
    queue: asyncio.Queue = asyncio.Queue()
    for source in sources:
        queue.put_nowait(Job(source))

    result = Result()
    await asyncio.gather(
        *(worker(f"w{n}", queue, result) for n in range(1, workers + 1))
    )
    return result


if __name__ == "__main__":
    outcome = asyncio.run(run(FAKE_SOURCES))
    print(f"all done: {outcome.total} rows")
