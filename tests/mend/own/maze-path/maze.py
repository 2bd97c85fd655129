"""Cherche le plus court chemin dans un labyrinthe (parcours en largeur)."""

from collections import deque

LABYRINTHE = """
###########
#D..#.....#
#.#.#.###.#
#.#...#.#.#
#.#####.#.#
#......F#.#
###########
"""

DIRECTIONS = {"N": (-1, 0), "S": (1, 0), "O": (0, -1), "E": (0, 1)}


class Labyrinthe:
    """Une grille de caractères : # mur, D départ, F fin."""

    def __init__(self, texte):
        self.grille = [list(ligne) for ligne in texte.strip().splitlines()]
        self.depart = self.trouver("D")
        self.fin = self.trouver("F")

    def trouver(self, signe):
        for y, ligne in enumerate(self.grille):
            for x, case in enumerate(ligne):
                if case = signe:
                    return y, x
        return None

    def voisins(self, case):
        y, x = case
        for nom, (dy, dx) in DIRECTIONS.items():
            if self.grille[y + dy][x + dx] != "#":
                yield nom, (y + dy, x + dx)

    def chemin(self):
        """Rend la suite des directions, ou None s'il n'y a pas de chemin."""
        venu_de = {self.depart: None}
        file = deque([self.depart])
        while file:
            case = file.popleft()
            if case == self.fin:
                return self.remonter(venu_de)
            for nom, suivante in self.voisins(case):
                if suivante not in venu_de:
                    venu_de[suivante] = (case, nom)
                    file.append(suivante)
        return None

    def remonter(self, venu_de):
        pas = []
        case = self.fin
        while venu_de[case] is not None:
            case, nom = venu_de[case]
            pas.append(nom)
        return "".join(reversed(pas))

    def dessiner(self, pas):
        dessin = [ligne[:] for ligne in self.grille]
        y, x = self.depart
        for nom in pas[:-1]:
            dy, dx = DIRECTIONS[nom]
            y, x = y + dy, x + dx
            dessin[y][x] = "·"
        return "\n".join("".join(ligne) for ligne in dessin)


if __name__ == "__main__":
    labyrinthe = Labyrinthe(LABYRINTHE)
    pas = labyrinthe.chemin()
    print(labyrinthe.dessiner(pas))
    print("départ", labyrinthe.depart, "fin", labyrinthe.fin)
    print(f"{len(pas)} pas : {pas}")
