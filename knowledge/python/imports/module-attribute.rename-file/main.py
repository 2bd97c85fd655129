"""The project's own colorsys.py hides Python's, which the program needs too."""
# needs: python<3.13
# fails: AttributeError at line 10
# prints: nearest: red
# prints: (0.0, 0.5, 1.0)
# moves: +my_colorsys.py -colorsys.py
import palette

print("nearest:", palette.nearest("#f00"))
print(palette.colorsys.rgb_to_hls(1.0, 0.0, 0.0))  # Python's own
