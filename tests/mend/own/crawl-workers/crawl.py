"""Check the links between local HTML pages with a few worker threads."""

import queue
import sys
import threading
from html.parser import HTMLParser
from pathlib import Path

STOP = object()


class LinkParser(HTMLParser):
    """Collects the targets of all anchors of a page."""

    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            href = dict(attrs).get("href")
            if href and not href.startswith(("http:", "https:", "#")):
                self.links.append(href)


class Worker(threading.Thread):
    """Takes pages from the queue and notes broken links."""

    def __init__(self, root: Path, jobs: queue.Queue, site: "Site"):
        self.root = root
        self.jobs = jobs
        self.site = site
        self.handled = 0

    def run(self):
        while True:
            page = self.jobs.get()
            try:
                if page is STOP:
                    return
                self.check(page)
                self.handled += 1
            finally:
                self.jobs.task_done()

    def check(self, page: str):
        parser = LinkParser()
        parser.feed((self.root / page).read_text(encoding="utf-8"))
        for link in parser.links:
            target = link.split("#")[0]
            if not (self.root / target).exists():
                self.site.broken(page, link)
            else:
                self.site.found(target)


class Site:
    def __init__(self, root: Path, start: str):
        self.root = root
        self.jobs = queue.Queue()
        self.lock = threading.Lock()
        self.seen = set()
        self.problems = []
        self.found(start)

    def found(self, page: str):
        with self.lock:
            if page not in self.seen:
                self.seen.add(page)
                self.jobs.put(page)

    def broken(self, page: str, link: str):
        with self.lock:
            self.problems.append((page, link))

    def crawl(self, workers: int = 3) -> int:
        threads = [Worker(self.root, self.jobs, self) for _ in range(workers)]
        for thread in threads:
            thread.start()
        self.jobs.join()
        for _ in threads:
            self.jobs.put(STOP)
        for thread in threads:
            thread.join()
        return sum(thread.handled for thread in threads)


def main() -> int:
    root = Path(sys.argv[1])
    site = Site(root, "index.html")
    handled = site.crawl()
    for page, link in sorted(site.problems):
        print(f"{page}: broken link to {link}")
    print(f"{handled} pages checked, {len(site.problems)} broken links")
    return 0


if __name__ == "__main__":
    sys.exit(main())
