"""Follow several growing log files, one thread each, and collect the errors."""
import queue
import tempfile
import threading
import time
from pathlib import Path

POLL = 0.02


class Follower(threading.Thread):
    """Reads new lines of one file until told to stop."""

    def __init__(self, path, out):
        self.path = Path(path)
        self.out = out
        self.stopping = threading.Event()

    def run(self):
        with self.path.open(encoding="utf-8") as f:
            while True:
                line = f.readline()
                if line:
                    self.out.put((self.path.stem, line.rstrip("\n")))
                elif self.stopping.is_set():
                    return
                else:
                    time.sleep(POLL)

    def stop(self):
        self.stopping.set()


def write_slowly(path, lines):
    with open(path, "a", encoding="utf-8") as f:
        for line in lines:
            f.write(line + "\n")
            f.flush()
            time.sleep(0.01)


def collect(out):
    while not out.empty():
        yield out.get_nowait()


def main():
    script = {
        "web": ["INFO start", "ERROR no template", "INFO stop"],
        "db": ["INFO start", "WARN slow query", "ERROR lock timeout", "ERROR lock timeout"],
    }
    out = queue.Queue()
    with tempfile.TemporaryDirectory() as tmp:
        followers = []
        for name in script:
            path = Path(tmp, name + ".log")
            path.touch()
            followers.append(Follower(path, out))
        for f in followers:
            f.start()
        for name, lines in script.items():
            write_slowly(Path(tmp, name + ".log"), lines)
        for f in followers:
            f.stop()
            f.join()
    seen = list(collect(out))
    errors = sorted((name, text) for name, text in seen if text.startswith("ERROR"))
    for name, text in errors:
        print(name, "|", text)
    print(len(seen), "lines,", len(errors), "errors")


if __name__ == "__main__":
    main()
