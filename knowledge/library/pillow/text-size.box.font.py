"""The width of a text in a font."""
# needs: pillow
# fails: AttributeError at line 8
# prints: True
from PIL import ImageFont

font = ImageFont.load_default()
print(font.getsize("hello")[0] > 0)
