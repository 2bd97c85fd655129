# Luftqualität der letzten 24 Stunden: Mittelwert je Station und Stufe

STATIONS = {
    "Harbour": [31, 40, 44, 39, 38.5, 38.5],
    "Castle Hill": [9, 11, 12, 10, 8, 7],
    "Ring Road": [88, 102, 97, None, 110, 91],
}


def clean(values):
    """Drop hours without a reading."""
    return [v for v in values if v is not None]


def mean(values):
    values = clean(values)
    return sum(values) / len(values)


def label(pm):
    # Grenzwerte in µg/m³
    if pm < 12:
        return "good"
    else if pm < 55:
        return "moderate"
    else:
        return "poor"


def worst_hour(values):
    """Stunde (von jetzt an rückwärts gezählt) mit dem höchsten Wert."""
    known = [(v, hour) for hour, v in enumerate(values, start=1) if v is not None]
    return max(known)[1]


def trend(values):
    values = clean(values)
    half = len(values) // 2
    before, after = mean(values[half:]), mean(values[:half])
    if abs(before - after) < 2:
        return "steady"
    return "rising" if after > before else "falling"


def ranking(stations):
    # beste Luft zuerst
    return sorted(stations, key=lambda name: mean(stations[name]))


def main():
    alerts = 0
    for name, values in STATIONS.items():
        pm = mean(values)
        level = label(pm)
        print(f"{name:<12} {pm:4.1f} {level}")
        if level == "poor":
            alerts += 1
            missing = len(values) - len(clean(values))
            print(f"    over the limit (hours missing: {missing})")
        print(f"    {trend(values)}, worst {worst_hour(values)} h ago")
    print("best air:", ranking(STATIONS)[0])
    print("alerts:", alerts)


if __name__ == "__main__":
    main()
