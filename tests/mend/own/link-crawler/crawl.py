#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""Crawls a saved web site with a few threads and lists dead links.

Written 2011, ported to Python 3 file by file.
"""
import os
import re
import sys
import threading
from Queue import Queue, Empty

HREF = re.compile(r'href="([^"#]+)"')
N_THREADS = 3


class Crawler(object):
	def __init__(self, root):
		self.root = root
		self.todo = Queue()
		self.seen = set()
		self.dead = []		# (page, link)
		self.lock = threading.Lock()

	def add(self, page):
		with self.lock:
			if page in self.seen:
				return
			self.seen.add(page)
		self.todo.put(page)

	def links(self, page):
		with open(os.path.join(self.root, page), encoding="utf-8") as f:
			return HREF.findall(f.read())

	def work(self):
		while True:
			try:
				page = self.todo.get(timeout=0.2)
			except Empty:
				return
			for link in self.links(page):
				if link.startswith(("http:", "https:", "mailto:")):
					continue
				target = os.path.normpath(os.path.join(os.path.dirname(page), link))
				if os.path.exists(os.path.join(self.root, target)):
					self.add(target)
				else:
					with self.lock:
						self.dead.append((page, link))
			self.todo.task_done()

	def crawl(self, start):
		self.add(start)
		threads = [threading.Thread(target=self.work) for _ in range(N_THREADS)]
		for t in threads:
			t.start()
		for t in threads:
			t.join()
		return sorted(self.seen), sorted(self.dead)


def main(argv):
	root = argv[1] if len(argv) > 1 else "site"
	pages, dead = Crawler(root).crawl("index.html")
	print("%d pages: %s" % (len(pages), ", ".join(pages)))
	for page, link in dead:
		print("%s: dead link to %s" % (page, link))


if __name__ == "__main__":
	main(sys.argv)
