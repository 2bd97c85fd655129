# -*- coding: utf-8 -*-
# Reisetagebuch: liest den Export aus dem alten Windows-Programm
# (siehe LIESMICH.txt) und zählt, was die Reise gekostet hat.
import sys


def lies_zeilen(datei):
    zeilen = []
    with open(datei, encoding="utf-8") as f:
        for zeile in f:
            zeile = zeile.strip()
            if zeile and not zeile.startswith("#"):
                zeilen.append(zeile.split(";"))
    return zeilen


def kosten_je_ort(zeilen):
    kosten = {}
    for datum, ort, was, betrag in zeilen:
        betrag = float(betrag.replace(",", "."))
        kosten[ort] = kosten.get(ort, 0) + betrag
    return kosten


def kosten_je_tag(zeilen):
    tage = {}
    for datum, _ort, _was, betrag in zeilen:
        tage.setdefault(datum, []).append(float(betrag.replace(",", ".")))
    return {tag: sum(liste) for tag, liste in tage.items()}


def teuerster_tag(zeilen):
    """Der Tag mit der höchsten Summe."""
    tage = kosten_je_tag(zeilen)
    return max(tage, key=tage.get)


def main():
    datei = sys.argv[1] if len(sys.argv) > 1 else "reise.txt"
    zeilen = lies_zeilen(datei)
    kosten = kosten_je_ort(zeilen)
    for ort in sorted(kosten):
        print("%-12s %8.2f" % (ort, kosten[ort]))
    print("Summe: %.2f" % sum(kosten.values()))
    print("Teuerster Tag:", teuerster_tag(zeilen))
    print("Erste Nacht:", zeilen[0][2])


if __name__ == "__main__":
    main()
