import asyncio
import time

# Shares that are copied every night.  nas-sync comes with the file server.
SHARES = ("photos", "office", "scans")


async def sync(share, limit, dry=True):
    cmd = ["nas-sync", "--share", share, "--checksum"]
    if dry:
        cmd.append("--dry-run")
    async with limit:
        started = time.monotonic()
        proc = await asyncio.create_subprocess_exec(*cmd, stdout=asyncio.subprocess.PIPE)
        out, _ = await proc.communicate()
    if proc.returncode:
        raise RuntimeError(f"nas-sync of {share} ended with {proc.returncode}")
    return share, len(out.splitlines()), time.monotonic() - started


async def main():
    limit = asyncio.Semaphore(2)
    results = await asyncio.gather(*(sync(s, limit) for s in SHARES))
    for share, n, took in results:
        print("%-8s %5d files %6.1f s" % (share, n, took))
    print("total", sum(n for _, n, _ in results))


if __name__ == "__main__":
    asyncio.run(main())
