"""Nightly check of the hosts in hosts.ini.

Each host gets a TCP connection on its port; whatever does not answer within
the time limit of its section is reported.
"""
import asyncio
import configparser
import sys
from pathlib import Path
from typing import NamedTuple


class Target(NamedTuple):
    name: str
    host: str
    port: int
    limit: float


class Result(NamedTuple):
    target: Target
    ok: bool
    text: str


def read_targets(path, ports):
    config = configparser.ConfigParser()
    config.read(path, encoding="utf-8")
    for name in config.sections():
        section = config[name]
        port = ports.get(section["port"]) or int(section["port"])
        yield Target(name, section["host"], port, section.getfloat("limit", fallback=1.0))


async def greet(target):
    reader, writer = await asyncio.open_connection(target.host, target.port)
    try:
        banner = await reader.readline()
    finally:
        writer.close()
    return banner.decode("ascii", "replace").strip()


async def probe(target):
    try:
        banner = await asyncio.wait_for(greet(target), target.limit)
    except asyncio.TimeoutError:
        return Result(target, False, "too slow")
    except OSError:
        return Result(target, False, "refused")
    return Result(target, True, banner)


async def probe_all(targets):
    return await asyncio.gather(*map(probe, targets))


async def fake_server(banner, delay):
    async def answer(reader, writer):
        await asyncio.sleep(delay)
        writer.write(banner.encode() + b"\r\n")
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    return server, server.sockets[0].getsockname()[1]


async def nightly(path):
    mail, mail_port = await fake_server("220 mail ready", delay=0)
    slow, slow_port = await fake_server("220 zzz", delay=0.6)
    targets = list(read_targets(path, {"MAIL": mail_port, "SLOW": slow_port}))
    try:
        results = asyncio.run(probe_all(targets))
    finally:
        mail.close()
        slow.close()
    for target, ok, text in results:
        print(f"{'ok ' if ok else 'BAD'} {target.name}: {text}")
    return sum(not result.ok for result in results)


def main():
    bad = asyncio.run(nightly(Path(__file__).with_name("hosts.ini")))
    print(f"{bad} of the hosts need a look", file=sys.stderr)


if __name__ == "__main__":
    main()
