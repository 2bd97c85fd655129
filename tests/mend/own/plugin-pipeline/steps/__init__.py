class Step:
    """Base class of all steps. Subclasses register themselves."""

    registry = {}
    name = None

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Step.registry[cls.name] = cls

    def process(self, lines):
        raise NotImplementedError
