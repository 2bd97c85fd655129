"""QAction was of QtWidgets in Qt 5."""
# needs: PyQt6
# fails: ImportError at line 5
# prints: QAction
from PyQt6.QtWidgets import QAction, QApplication
print(QAction.__name__)
