"""A program that says goodbye when it is asked to stop."""
# needs: posix
# fails: TypeError at line 12
# prints: ready
import signal


def goodbye(number=0, frame=None):
    return "goodbye"


signal.signal(signal.SIGTERM, goodbye())  # a polite end
print("ready")
