"""The width of a text."""
# needs: pillow
# fails: AttributeError at line 8
# prints: True
from PIL import Image, ImageDraw

draw = ImageDraw.Draw(Image.new("RGB", (100, 100)))
width, height = draw.textsize("hello")  # in points
print(width > height > 0)
