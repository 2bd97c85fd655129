"""A module of Python 2."""
# fails: ModuleNotFoundError at line 4
# prints: []
import ConfigParser  # the settings

settings = ConfigParser.ConfigParser()
print(settings.sections())
