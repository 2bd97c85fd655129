# -*- coding: utf-8 -*-
# Tilgungsplan für einen Kredit (Übung 7)
# Berechnet Monatsrate, Zinsen und Restschuld und gibt eine Tabelle aus.

import math


def monatsrate(betrag, zins_prozent, monate):
    """Annuität: gleich bleibende Rate."""
    z = zins_prozent / 100 / 12
    if z == 0:
        return betrag / monate
    return betrag * z / (1 - (1 + z) ** -monate)


def plan(betrag, zins_prozent, monate):
    rate = monatsrate(betrag, zins_prozent, monate)
    rest = betrag
    zeilen = []
    for monat in range(1, monate + 1):
        zinsen = rest * zins_prozent / 100 / 12
        tilgung = rate - zinsen
        rest = max(0.0, rest - tilgung)
        zeilen.append((monat, round(zinsen, 2), round(tilgung, 2), round(rest, 2)))
    return zeilen


def drucke(zeilen, jede=6):
    print("Monat    Zinsen   Tilgung      Rest")
    for monat, zinsen, tilgung, rest in zeilen:
        if monat % jede == 0 or monat == 1:
            print(str(monat).rjust(5), ("%.2f" % zinsen).rjust(9), ("%.2f" % tilgung).rjust(9), ("%.2f" % rest).rjust(9))


def monate_bis(betrag, zins_prozent, rate):
    """Wie viele Monate dauert es mit dieser Rate?"""
    z = zins_prozent / 100 / 12
    return math.ceil(-math.log(1 - betrag * z / rate) / math.log(1 + z)


betrag = 12000
zins = 4.5
zeilen = plan(betrag, zins, 24)
drucke(zeilen)
print("Rate:", round(monatsrate(betrag, zins, 24), 2))
print("Summe der Zinsen:", round(sum(z[1] for z in zeilen), 2))
print("Mit 300 im Monat:", monate_bis(betrag, zins, 300), "Monate")
