"""Filialen je Bundesland zählen.

Liest den Export der Tabellenkalkulation (Windows, Trennzeichen Semikolon)
und schreibt eine Übersicht nach Land und Größe.
"""
import csv
from collections import defaultdict
from pathlib import Path

DATEI = Path(__file__).with_name("filialen.csv")
GRENZE = 500        # ab dieser Fläche gilt eine Filiale als groß


class Filiale:
    def __init__(self, ort, land, flaeche):
        self.ort = ort
        self.land = land
        self.flaeche = int(flaeche)

    @property
    def gross(self):
        return self.flaeche >= GRENZE

    def __repr__(self):
        return "Filiale(%r, %d)" % (self.ort, self.flaeche)


def lies(pfad):
    filialen = []
    with open(pfad, newline="", encoding="utf-8") as datei:
        for zeile in csv.DictReader(datei, delimiter=";"):
            filialen.append(Filiale(zeile["Ort"], zeile["Land"], zeile["qm"]))
    return filialen


def nach_land(filialen):
    gruppen = defaultdict(list)
    for f in filialen:
        gruppen[f.land].append(f)
    return dict(sorted(gruppen.items()))


def bericht(gruppen):
    for land, filialen in gruppen.items():
        orte = ", ".join(sorted(f.ort for f in filialen))
        flaeche = sum(f.flaeche for f in filialen)
        print(f"{land:<22}{flaeche:>6} qm  {orte}")


if __name__ == "__main__":
    alle = lies(DATEI)
    bericht(nach_land(alle))
    print("große Filialen:", [f.ort for f in alle if f.gross])
