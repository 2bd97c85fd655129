"""Settings of a program."""
# needs: pydantic, pydantic-settings
# fails: pydantic.errors.PydanticImportError at line 5
# prints: 80
from pydantic import BaseSettings


class Settings(BaseSettings):  # from the environment
    port: int = 80


print(Settings().port)
