"""A method without self."""
# fails: TypeError at line 11
# prints: Rex says woofwoof
class Dog:
    name = "Rex"

    def speak(word, times=1):  # as often as wanted
        return "says " + word * times


print(Dog.name, Dog().speak("woof", 2))
