"""Temperatur einer Platte (Laplace-Gleichung), Jacobi-Verfahren.

Übungsblatt 5: oberer Rand 100 Grad, die anderen Ränder 0 Grad.
"""
import numpy as np


class Platte:
    def __init__(self, rows, columns, top=100.0):
        self.rows = rows
        self.columns = columns
        self.t = np.zeros(rows, columns)
        self.t[0, :] = top

    def schritt(self):
        """Ein Jacobi-Schritt; gibt die größte Änderung zurück."""
        alt = self.t
        neu = alt.copy()
        neu[1:-1, 1:-1] = 0.25 * (
            alt[:-2, 1:-1] + alt[2:, 1:-1] + alt[1:-1, :-2] + alt[1:-1, 2:]
        )
        self.t = neu
        return np.abs(neu - alt).max()

    def loese(self, genauigkeit=1e-3, hoechstens=5000):
        for n in range(1, hoechstens + 1):
            if self.schritt() < genauigkeit:
                return n
        return None


def zeichne(t, zeichen=" .:-=+*#%@"):
    stufen = np.clip((t / t.max() * (len(zeichen) - 1)).astype(int), 0, len(zeichen) - 1)
    for zeile in stufen:
        print("".join(zeichen[s] for s in zeile))


if __name__ == "__main__":
    platte = Platte(12, 20)
    schritte = platte.loese()
    zeichne(platte.t)
    print("shape", platte.t.shape)
    print("top edge", platte.t[0].mean())
    print("converged:", schritte is not None)
