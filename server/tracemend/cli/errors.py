"""What is wrong with arguments or input, in a sentence for the user."""


class UsageError(Exception):
    """The command cannot be carried out as it was given: exit status 2."""
