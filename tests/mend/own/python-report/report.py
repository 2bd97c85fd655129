"""Run the worker as a child process and sum up what it printed."""
import subprocess
import sys
from pathlib import Path

WORKER = Path(__file__).with_name("worker.py")


def run_worker(*options):
    return subprocess.check_output(
        [sys.executable, str(WORKER), *options],
        stderr=subprocess.STDOUT,
    )


def parse(output):
    """Lines like 'backup=1200' become {'backup': 1200}."""
    jobs = {}
    for line in output.splitlines():
        if "=" not in line:
            continue
        name, millis = line.split("=")
        jobs[name] = int(millis)
    return jobs


def share(jobs):
    """How much of the whole time each job took, in percent."""
    total = sum(jobs.values())
    return {name: round(100 * millis / total) for name, millis in jobs.items()}


def bar(percent):
    return "=" * (percent // 5) or "."


def main():
    jobs = parse(run_worker("--all"))
    print("tool:", WORKER.stem)
    print("jobs done:", len(jobs))
    for name, percent in share(jobs).items():
        print(f"  {name:<10}{percent:>3} % {bar(percent)}")
    print("slowest:", max(jobs, key=jobs.get))


if __name__ == "__main__":
    main()
