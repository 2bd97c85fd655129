def money(value):
    text = f"{value:,.2f}".replace(",", " ").replace(".", ",")
    return f"{text} €"


def length(metres):
    return f"{metres:,.1f} m"
