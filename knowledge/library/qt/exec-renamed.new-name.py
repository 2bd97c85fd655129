"""The loop of an application under PyQt6."""
# needs: PyQt6
# fails: AttributeError at line 9
# prints: ended
from PyQt6.QtCore import QCoreApplication, QTimer

app = QCoreApplication([])
QTimer.singleShot(0, app.quit)
app.exec_()  # until it is quit
print("ended")
