"""Templates for prompts are in langchain_core."""
# needs: langchain_openai
# fails: ImportError at line 5
# prints: Sum up: tea
from langchain import PromptTemplate  # as in the course

template = PromptTemplate.from_template("Sum up: {text}")
print(template.format(text="tea"))
