"""Full-width signs of an input method, and a dash."""
# needs: python>=3.11
# fails: SyntaxError at line 7
# prints: 共 6 個：好
# prints: -3

def total（a，b）：  # 全角（のまま）
    return a + b


print(f"共 {total(1, 5)} 個：好")
print(–3)
