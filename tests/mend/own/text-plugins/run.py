from textkit import available, pipeline

TITLES = ["  Crème   brûlée für alle ", "Niño & Niña: ein Tag"]

print("filters:", ", ".join(available()))
shouting = pipeline("squeeze | plain | shout")
naming = pipeline("file-name")
for title in TITLES:
    print(shouting(title), "->", naming(title))
