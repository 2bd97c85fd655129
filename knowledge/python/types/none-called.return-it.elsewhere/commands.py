"""Commands by their names."""
COMMANDS = {}


def command(name):
    def remember(function):
        COMMANDS[name] = function  # the last one counts

    return remember
