"""An asyncio job runner that limits how many jobs run at a time."""
import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass


@dataclass
class Report:
    done: int
    failed: list[str]
    most_at_once: int


Job = Callable[[], Awaitable[int]]


async def run_limited(jobs: dict[str, Job], limit: int) -> tuple[dict[str, int], Report]:
    """Run all jobs, at most `limit` at a time; failures are collected."""
    gate = asyncio.Semaphore(limit)
    results: dict[str, int] = {}
    failed: list[str] = []
    running = 0
    most = 0

    async def run_one(name: str, job: Job) -> None:
        nonlocal most
        async with gate:
            running += 1
            most = max(most, running)
            try:
                results[name] = await job()
            except ValueError:
                failed.append(name)
            finally:
                running -= 1

    await asyncio.gather(*(run_one(name, job) for name, job in jobs.items()))
    return results, Report(len(results), sorted(failed), most)


def word_counter(text: str, pause: float = 0.005) -> Job:
    async def count() -> int:
        await asyncio.sleep(pause)
        words = text.split()
        if not words:
            raise ValueError("empty text")
        return len(words)
    return count


def table(results: dict[str, int]) -> Iterable[str]:
    width = max(map(len, results))
    for name in sorted(results):
        yield f"{name:<{width}}  {results[name]:>3}"


async def main() -> None:
    texts = {
        "intro": "this is the beginning of a short book",
        "chapter-1": "it rained all day and nobody came",
        "chapter-2": "",
        "chapter-3": "then somebody came",
        "outro": "the end",
    }
    jobs = {name: word_counter(text) for name, text in texts.items()}
    results, report = await run_limited(jobs, limit=2)
    for line in table(results):
        print(line)
    print(f"{report.done} done, failed: {', '.join(report.failed)}")
    print(f"at most {report.most_at_once} at once")


if __name__ == "__main__":
    asyncio.run(main())
