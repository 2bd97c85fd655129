"""A picture with transparency becomes a JPEG."""
# needs: pillow
# fails: OSError at line 8
# prints: RGB
from PIL import Image

picture = Image.new("RGBA", (10, 10))
picture.save("red.jpg", quality=90)  # good enough
print(Image.open("red.jpg").mode)
