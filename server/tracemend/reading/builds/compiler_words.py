"""How gcc and GNU ld name an error in other languages than English: data only.

From the message catalogues of gcc 12.2 (Debian's gcc-12-locales: msgids `fatal error: `, `error: `, `warning: `,
`note: `) and of binutils 2.40 (`%P: cannot find %s: %E`). clang has no translations.
"""

from __future__ import annotations

import re

FATAL = (
    *("fatal fejl: ", "schwerwiegender Fehler: ", "μοιραίο σφάλμα: ", "error fatal: ", "vakava virhe: "),
    *("erreur fatale: ", "fatalna greška: ", "致命的エラー: ", "fatale fout: ", "фатальная ошибка: ", "кобна грешка: "),
    *("ödesdigert fel: ", "ölümcül hata: ", "критична помилка: ", "lỗi nghiêm trọng: ", "致命错误：", "嚴重錯誤："),
)
ERROR = (
    *(
        "fejl: ",
        "Fehler: ",
        "σφάλμα: ",
        "virhe: ",
        "erreur: ",
        "greška: ",
        "エラー: ",
        "fout: ",
        "ошибка: ",
        "грешка: ",
    ),
    *("fel: ", "hata: ", "помилка: ", "lỗi: ", "错误：", "錯誤："),
)
WARNING = (
    *("advarsel: ", "Warnung: ", "προειδοποίηση: ", "aviso: ", "varoitus: ", "attention: ", "upozorenje: "),
    *(
        "peringatan: ",
        "警告: ",
        "let op: ",
        "предупреждение: ",
        "упозорење: ",
        "varning: ",
        "UYARI: ",
        "попередження: ",
    ),
    *("cảnh báo: ", "警告："),
)
NOTE = (
    *("bemærk: ", "Anmerkung: ", "σημείωση: ", "nota: ", "huom: ", "napomena: ", "catatan: ", "備考: ", "замечание: "),
    *("напомена: ", "anm: ", "bilgi: ", "зауваження: ", "ghi chú: ", "附注：", "附註："),
)
CANNOT_FIND = (
    *("не се намира %s: ", "kan ikke finde %s: ", "no se puede encontrar %s: ", "kohdetta %s ei löydy: "),
    *("ne peut pas trouver %s\xa0: ", "ní féidir %s a aimsiú: ", "tidak dapat menemukan %s: "),
    *("impossibile trovare %s: ", "%s が見つかりません: ", "não foi possível localizar %s: ", "невозможно найти %s: "),
    *("не могу да нађем „%s“: ", "kan inte hitta %s: ", "%s bulunamadı: ", "не вдалося знайти %s: "),
    *("không tìm thấy %s: ", "找不到 %s: "),
)
"""What a linker says of a library that it cannot find, in front of the system's reason."""


def one_of(words: tuple[str, ...]) -> str:
    """A pattern for any of the words, without the blank that they end with."""
    return "|".join(re.escape(word.rstrip(": ：")) for word in words)
