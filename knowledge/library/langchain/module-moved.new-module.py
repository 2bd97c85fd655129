"""The text splitters are in a package of their own."""
# needs: langchain_openai
# fails: ModuleNotFoundError at line 5
# prints: ['tea', 'coffee']
from langchain.text_splitter import CharacterTextSplitter

splitter = CharacterTextSplitter(separator="\n", chunk_size=6, chunk_overlap=0)
print(splitter.split_text("tea\ncoffee"))
