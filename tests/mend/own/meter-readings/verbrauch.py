# -*- coding: utf-8 -*-
# Stromverbrauch pro Monat aus dem Zählerexport
# (die Datei kommt so aus Excel: "CSV UTF-8 (durch Trennzeichen getrennt)")
import csv
import sys
from collections import OrderedDict
from datetime import datetime

DATEI = "zaehler.csv"
PREIS = 0.31  # Euro pro kWh


def lese_ablesungen(datei):
    """Liest alle Ablesungen als Liste von (Datum, Zählerstand)."""
    ablesungen = []
    with open(datei, encoding="utf-8", newline="") as f:
        leser = csv.DictReader(f, delimiter=";")
        for zeile in leser:
            datum = datetime.strptime(zeile["Datum"], "%d.%m.%Y").date()
            stand = float(zeile["Zählerstand"].replace(",", "."))
            ablesungen.append((datum, stand))
    ablesungen.sort()
    return ablesungen


def verbrauch_pro_monat(ablesungen):
    monate = OrderedDict()
    for (tag1, stand1), (tag2, stand2) in zip(ablesungen, ablesungen[1:]):
        if stand2 < stand1:
            print("Achtung: Zähler läuft rückwärts am", tag2, file=sys.stderr)
        schluessel = tag1.strftime("%Y-%m")
        monate[schluessel] = monate.get(schluessel, 0) + stand2 - stand1
    return monate


def ausgabe(monate):
    gesamt = 0
    for monat, kwh in monate.items():
        balken = "#" * int(kwh // 20)
        print("%s %7.1f kWh %7.2f EUR %s" % (monat, kwh, kwh * PREIS, balken))
        gesamt += kwh
    print("Gesamt: %.1f kWh, %.2f EUR" % (gesamt, gesamt * PREIS))


def main():
    ablesungen = lese_ablesungen(DATEI)
    print(len(ablesungen), "Ablesungen")
    monate = verbrauch_pro_monat(ablesungen)
    ausgabe(monate)
    teuerster = max(monate, key=monate.get)
    print("Am meisten verbraucht:", teuerster)


if __name__ == "__main__":
    main()
