"""The menu's keys are numbers; what was typed is a text."""
# fails: KeyError at line 8
# prints: coffee: 2.50
menu = {1: ("tea", "2.00"), 2: ("coffee", "2.50")}
typed = "12"
for choice in typed[1:]:
    # the number of a drink
    drink, price = menu[choice]
    print(f"{drink}: {price}")
