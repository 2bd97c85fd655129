"""Ein Teich mit Fröschen und Fliegen - kleine Simulation für den Kurs."""

import random

GROESSE = 12


class Tier:
    zeichen = "?"

    def __init__(self, energie):
        self.energie = energie

    def schritt(self, teich, ort):
        pass


class Fliege(Tier):
    zeichen = "."

    def schritt(self, teich, ort):
        self.energie -= 1


class Frosch(Tier):
    zeichen = "F"

    def schritt(self, teich, ort):
        self.energie -= 1
        for nachbar in teich.nachbarn(ort):
            beute = teich.tiere.get(nachbar)
            if isinstance(beute, Fliege) and beute.energie > 0:
                self.energie += beute.energie
                beute.energie = 0
                teich.gefressen += 1
                break


class Teich:
    """Tiere auf Feldern; die Schlüssel sind (x, y)."""

    def __init__(self, startwert):
        self.zufall = random.Random(startwert)
        self.tiere = {}
        self.gefressen = 0
        self.gestorben = 0

    def setzen(self, klasse, anzahl, energie):
        frei = [(x, y) for x in range(GROESSE) for y in range(GROESSE)
                if (x, y) not in self.tiere]
        for ort in self.zufall.sample(frei, anzahl):
            self.tiere[ort] = klasse(energie)

    def nachbarn(self, ort):
        x, y = ort
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    yield (x + dx) % GROESSE, (y + dy) % GROESSE

    def runde(self):
        for ort, tier in list(self.tiere.items()):
            tier.schritt(self, ort)
        self.aufraeumen()

    def aufraeumen(self):
        """Nimmt alle Tiere ohne Energie aus dem Teich."""
        for ort, tier in self.tiere.items():
            if tier.energie <= 0:
                del self.tiere[ort]
                self.gestorben += 1

    def zaehlen(self, klasse):
        return sum(isinstance(tier, klasse) for tier in self.tiere.values())


def main():
    teich = Teich(startwert=5)
    teich.setzen(Frosch, 6, energie=8)
    teich.setzen(Fliege, 40, energie=5)
    anfang = len(teich.tiere)
    for nummer in range(1, 7):
        teich.runde()
        print("Runde %d: %d Frösche, %d Fliegen" % (
            nummer, teich.zaehlen(Frosch), teich.zaehlen(Fliege)))
    print("am Anfang %d Tiere, am Ende %d" % (anfang, len(teich.tiere)))
    print("Bilanz stimmt:", anfang == len(teich.tiere) + teich.gestorben)


if __name__ == "__main__":
    main()
