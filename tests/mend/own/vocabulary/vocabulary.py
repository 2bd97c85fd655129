# compares the words of two chapters of our English book
# and writes the new ones to a learning list

def clean(word):
    for sign in ".,;:!?\"()":
        word = word.replace(sign, "")
    return word.lower()

def known_words(filename):
    known = set()
    f = open(filename)
    for line in f.readlines():
        known.add(line.strip())
    f.close()
    return known

# --- read the chapter ---
f = open("chapter2.txt")
text = f.read()
f.close()

list = []
for word in text.split():
    word = clean(word)
    if len(word) > 3:
        list.append(word)

print("words with more than 3 letters:", len(list))

# --- how often? ---
count = {}
for word in list:
    count[word] = count.get(word, 0) + 1

# --- only the new ones ---
known = known_words("known.txt")
new = set(count) - known
ordered = list(new)
ordered.sort()

print("new words:", len(ordered))
for number, word in enumerate(ordered, 1):
    print(number, word, "x" + str(count[word]))

# --- groups of three for the flash cards ---
for start in range(0, len(ordered), 3):
    print("card:", " / ".join(ordered[start:start + 3]))
