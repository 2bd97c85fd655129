def money(value):
    return f"${value:,.2f}"


def length(metres):
    feet = metres * 3.28084
    return f"{feet:,.1f} ft"
