#!/usr/bin/env python3
"""Lists the episodes of a podcast feed that was saved as feed.xml."""

import argparse
import sys
import xml.etree.ElementTree as ET
from datetime import timedelta
from email.utils import parsedate_to_datetime

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


class Episode:
    def __init__(self, title, published, duration, url):
        self.title = title
        self.published = published
        self.duration = duration
        self.url = url

    def __repr__(self):
        return f"<Episode {self.title!r} {self.published:%Y-%m-%d}>"

    @property
    def minutes(self):
        return round(self.duration / timedelta(minutes=1))


def parse_duration(text):
    """'1:02:03', '62:03' or '3723' -> timedelta"""
    seconds = 0
    for part in text.strip().split(":"):
        seconds = seconds * 60 + int(part)
    return timedelta(seconds=seconds)


def read_feed(filename):
    channel = ET.parse(filename).getroot().find("channel")
    episodes = []
    for item in channel.iter("item"):
        enclosure = item.find("enclosure")
        if enclosure is None:
            # announcements have no sound file
            continue
        episodes.append(
            Episode(
                title=item.findtext("title", default="(no title)").strip(),
                published=parsedate_to_datetime(item.findtext("pubDate")),
                duration=parse_duration(item.findtext(ITUNES + "duration", default="0"),
                url=enclosure.get("url"),
            )
        )
    return channel.findtext("title"), episodes


def total_time(episodes):
    return sum((episode.duration for episode in episodes), timedelta())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("feed", nargs="?", default="feed.xml")
    parser.add_argument("--urls", action="store_true", help="print the addresses too")
    args = parser.parse_args()

    title, episodes = read_feed(args.feed)
    print(f"{title}: {len(episodes)} episodes, {total_time(episodes)} in all")
    for episode in sorted(episodes, key=lambda e: e.published):
        print(f"  {episode.published:%d.%m.%Y}  {episode.minutes:>3} min  {episode.title}")
        if args.urls:
            print(f"              {episode.url}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
