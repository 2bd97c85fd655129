"""Runs a list of editing commands on a playlist and prints the outcome."""
import shlex

from library import Playlist, Track

SCRIPT = """
add "Harbour Song" "The Ferrymen" 3:42
add "Night Bus" "Cold Lamp" 4:10
insert 2 "Low Tide" "The Ferrymen" 3:10
drop "Nothing Like It"
"""


def seconds(text):
    minutes, secs = text.split(":")
    return int(minutes) * 60 + int(secs)


class Editor:
    def __init__(self, playlist):
        self.playlist = playlist
        self.commands = {
            "add": self.do_add,
            "insert": self.do_insert,
            "drop": self.do_drop,
        }

    def do_add(self, title, artist, length):
        self.playlist.add_song(Track(title, artist, seconds(length)))

    def do_insert(self, position, title, artist, length):
        track = Track(title, artist, seconds(length))
        self.playlist.add_track(track, position=int(position))

    def do_drop(self, title):
        self.playlist.remove_track(title)

    def run(self, script):
        for line in script.strip().splitlines():
            command, *args = shlex.split(line)
            self.commands[command](*args)


def main():
    playlist = Playlist("On the road")
    Editor(playlist).run(SCRIPT)
    for number, track in enumerate(playlist.tracks, start=1):
        print(f"{number}. {track.title} ({track.artist})")
    minutes, secs = divmod(playlist.length(), 60)
    print(f"{len(playlist)} tracks, {minutes}:{secs:02}")


if __name__ == "__main__":
    main()
