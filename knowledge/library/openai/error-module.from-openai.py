"""The exceptions are names of openai itself."""
# needs: openai
# fails: ModuleNotFoundError at line 5
# prints: True
from openai.error import APIConnectionError, RateLimitError

print(issubclass(RateLimitError, Exception) and issubclass(APIConnectionError, Exception))
