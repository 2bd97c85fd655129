"""Keeps a catalogue of photos as JSON next to them."""
import json
import os
import tempfile
from datetime import datetime


class Photo:
    def __init__(self, name, taken, tags=()):
        self.name = name
        self.taken = taken
        self.tags = sorted(tags)

    def to_dict(self):
        return {
            "name": self.name,
            "taken": self.taken,
            "tags": self.tags,
        }

    @staticmethod
    def from_dict(d):
        return Photo(d["name"], datetime.fromisoformat(str(d["taken"])), d["tags"])


class Catalogue:
    def __init__(self, path):
        self.path = path
        self.photos = []

    def add(self, photo):
        self.photos.append(photo)

    def save(self):
        data = {"version": 2, "photos": [p.to_dict() for p in self.photos]}
        with open(self.path, "w") as out:
            json.dump(data, out, indent=2)

    def load(self):
        with open(self.path) as src:
            data = json.load(src)
        self.photos = [Photo.from_dict(d) for d in data["photos"]]

    def tagged(self, tag):
        return [p for p in self.photos if tag in p.tags]


if __name__ == "__main__":
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "catalogue.json")

    cat = Catalogue(path)
    cat.add(Photo("IMG_0012.jpg", datetime(2022, 7, 3, 18, 40), {"beach", "sunset"}))
    cat.add(Photo("IMG_0057.jpg", datetime(2022, 7, 9, 11, 5), {"market"}))
    cat.add(Photo("IMG_0101.jpg", datetime(2022, 8, 1, 20, 12), {"sunset", "city"}))
    cat.save()

    again = Catalogue(path)
    again.load()
    print("loaded", len(again.photos), "photos")
    for photo in again.tagged("sunset"):
        print(photo.name, photo.taken.strftime("%d.%m.%Y %H:%M"))
