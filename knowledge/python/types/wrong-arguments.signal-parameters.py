"""A signal's handler is called with two arguments."""
# needs: posix
# fails: TypeError at line 15
# prints: caught
# prints: end
import os
import signal


def caught():  # by hand
    print("caught")


signal.signal(signal.SIGUSR1, caught)
os.kill(os.getpid(), signal.SIGUSR1)
print("end")
