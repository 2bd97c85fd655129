"""Quotes for part loads: reads pallets, prints a quote for the customer."""
from __future__ import annotations

from dataclasses import dataclass

PALLET_TARE = 24.5          # kg, euro pallet
RATE_PER_100KG = 11.80
FUEL_SURCHARGE = 0.085


@dataclass
class Pallet:
    article: str
    boxes: int
    box_weight: float
    height_cm: int


def chargeable(weight_gross: float, height_cm: int) -> float:
    """Freight is charged by real or by volume weight, whichever is more."""
    volume_weight = 1.2 * 0.8 * height_cm / 100 * 200
    return max(weight_gross, volume_weight)


def quote(pallets: list[Pallet], reference: str) -> str:
    lines = [f"Quote {reference}", "-" * 40]
    weight_net = 0.0
    weight_gross = 0.0
    base = 0.0
    for p in pallets:
        net = p.boxes * p.box_weight
        weight_net += net
        weight_gross += net + PALLET_TARE
        base += chargeable(net + PALLET_TARE, p.height_cm) / 100 * RATE_PER_100KG
        lines.append(f"{p.article:<20}{p.boxes:>4} boxes  {p.height_cm} cm")

    lines.append("-" * 40)
    lines.append(f"Pallets: {len(pallets)}")
    lines.append(f"Weight:  {weight_:.1f} kg")
    lines.append(f"Freight: {base:.2f}")
    lines.append(f"Fuel:    {base * FUEL_SURCHARGE:.2f}")
    lines.append(f"Total:   {base * (1 + FUEL_SURCHARGE):.2f} EUR")
    return "\n".join(lines)


if __name__ == "__main__":
    load = [
        Pallet("Floor tiles", 40, 18.2, 95),
        Pallet("Grout", 48, 10.0, 110),
        Pallet("Lamp shades", 24, 1.6, 190),
    ]
    print(quote(load, "Q-2291"))
