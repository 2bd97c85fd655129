# Petit serveur de discussion : chaque ligne reçue est envoyée à tous les autres.
import asyncio


class Room:
    def __init__(self):
        self.members = {}          # pseudo -> StreamWriter
        self.history = []

    async def say(self, who, text):
        line = f"{who}> {text}"
        self.history.append(line)
        for nick, writer in list(self.members.items()):
            if nick == who:
                continue
            writer.write(line.encode("utf-8") + b"\n")
            await writer.drain()

    def make_handler(self):
        def handle(reader, writer):
            # la première ligne est le pseudo
            nick = (await reader.readline()).decode("utf-8").strip()
            self.members[nick] = writer
            try:
                while True:
                    raw = await reader.readline()
                    if not raw:
                        break
                    await self.say(nick, raw.decode("utf-8").strip())
            finally:
                del self.members[nick]
                writer.close()

        return handle


async def join(port, nick):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(nick.encode("utf-8") + b"\n")
    await writer.drain()
    await asyncio.sleep(0.05)
    return reader, writer


async def main():
    room = Room()
    server = await asyncio.start_server(room.make_handler(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    zoe_in, zoe_out = await join(port, "zoé")
    max_in, max_out = await join(port, "max")

    zoe_out.write("salut à tous\n".encode("utf-8"))
    await zoe_out.drain()
    heard = await asyncio.wait_for(max_in.readline(), timeout=2)
    print("max entend:", heard.decode("utf-8").strip())

    max_out.write(b"bonjour\n")
    await max_out.drain()
    heard = await asyncio.wait_for(zoe_in.readline(), timeout=2)
    print("zoé entend:", heard.decode("utf-8").strip())

    for writer in (zoe_out, max_out):
        writer.close()
    await asyncio.sleep(0.05)
    server.close()
    print("historique:", len(room.history), "lignes")


if __name__ == "__main__":
    asyncio.run(main())
