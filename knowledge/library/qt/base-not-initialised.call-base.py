"""The window's own __init__ has to call Qt's."""
# needs: PyQt6
# fails: RuntimeError at line 12
# prints: Prices
import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PyQt6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def __init__(self):
        self.setWindowTitle("Prices")  # its title


app = QApplication([])
print(Window().windowTitle())
