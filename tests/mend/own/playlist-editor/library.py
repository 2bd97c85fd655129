"""Tracks and playlists."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Track:
    title: str
    artist: str
    seconds: int


class Playlist:
    def __init__(self, name):
        self.name = name
        self.tracks = []

    def add_track(self, track, position=None):
        if position is None:
            self.tracks.append(track)
        else:
            self.tracks.insert(position - 1, track)

    def remove_track(self, title):
        self.tracks = [t for t in self.tracks if t.title != title]

    def length(self):
        return sum(t.seconds for t in self.tracks)

    def __len__(self):
        return len(self.tracks)
