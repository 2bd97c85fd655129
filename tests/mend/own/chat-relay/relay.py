"""A tiny chat relay over local TCP.  Two scripted clients talk to each other."""
import asyncio
import contextlib

HOST = "127.0.0.1"


class Room:
    def __init__(self):
        self.members = {}
        self.log = []

    async def broadcast(self, sender, text):
        self.log.append((sender, text))
        for name, writer in self.members.items():
            if name == sender:
                continue
            writer.write(f"{sender}: {text}\n".encode())
            await writer.drain()

    def welcome(self, name, writer):
        self.members[name] = writer
        writer.write(f"hello {name}, {len(self.members)} here\n".encode())
        await writer.drain()

    def leave(self, name):
        self.members.pop(name, None)


async def handle(room, reader, writer):
    name = (await reader.readline()).decode().strip()
    await room.welcome(name, writer)
    with contextlib.suppress(ConnectionResetError):
        while line := await reader.readline():
            text = line.decode().strip()
            if text == "/quit":
                break
            await room.broadcast(name, text)
    room.leave(name)
    writer.close()


async def client(port, name, lines, delay):
    reader, writer = await asyncio.open_connection(HOST, port)
    writer.write(name.encode() + b"\n")
    heard = [(await reader.readline()).decode().strip()]
    await asyncio.sleep(0.1)
    for line in lines:
        await asyncio.sleep(delay)
        writer.write(line.encode() + b"\n")
    await asyncio.sleep(0.6)
    writer.write(b"/quit\n")
    async for raw in reader:
        heard.append(raw.decode().strip())
    return heard


async def main():
    room = Room()
    server = await asyncio.start_server(lambda r, w: handle(room, r, w), HOST, 0)
    port = server.sockets[0].getsockname()[1]
    first, second = await asyncio.gather(
        client(port, "oak", ["is anyone here?"], 0.01),
        client(port, "elm", ["yes", "me"], 0.05),
    )
    server.close()
    print("oak heard", [l for l in first if l.startswith("elm")])
    print("elm heard", [l for l in second if l.startswith("oak")])
    print("lines relayed:", len(room.log))


if __name__ == "__main__":
    asyncio.run(main())
