"""Texts of glibc 2.36, bash 5.2 and coreutils 9.1, as Debian 12 prints them in each locale; Windows' are quoted."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Span
from tracemend.reading.shells import localised_texts
from tracemend.reading.shells.localised import errno_of, in_english, signal_named, signal_of, winerror_of
from tracemend.reading.shells.shell import DIALECT

from .asking import only, read


@pytest.mark.parametrize(
    ("message", "number"),
    [
        ("cp: 对 'a' 调用 stat 失败: 没有那个文件或目录", 2),
        ("cp: 無法取得 'a' 的資訊: 沒有此一檔案或目錄", 2),
        ("cp: 'a' を stat できません: そのようなファイルやディレクトリはありません", 2),
        ("cp: 'a' 상태 정보 확인 불가: 그런 파일이나 디렉터리가 없습니다", 2),
        ("cp: der Aufruf von stat für 'a' ist nicht möglich: Datei oder Verzeichnis nicht gefunden", 2),
        ("cp: impossible d'évaluer 'a': Aucun fichier ou dossier de ce type", 2),
        ("cp: no se puede efectuar `stat' sobre 'a': No existe el fichero o el directorio", 2),
        ("cp: não foi possível obter estado de 'a': Arquivo ou diretório inexistente", 2),
        ("mkdir: невозможно создать каталог «w»: Файл существует", 17),
        ('mkdir: impossibile creare la directory "w": File già esistente', 17),
        ("mkdir: nie można utworzyć katalogu „w”: Plik istnieje", 17),
        ("mkdir: `w' dizini oluşturulamıyor: Dosya var", 17),
        ("./w/d\xa0: est un dossier", 21),
        ("./w/noexec.sh: Keine Berechtigung", 13),
        ("cp: cannot stat 'a': No such file or directory", None),
        ("Permission denied", None),
    ],
)
def test_the_number_of_a_localised_text(message: str, number: int | None) -> None:
    report = ErrorReport("shell", "error", None, message, Span(1, 1))
    assert (report.errno, report.winerror) == (number, None)


@pytest.mark.parametrize(
    ("message", "number"),
    [
        ("Das System kann den angegebenen Pfad nicht finden.", 3),
        ("系统找不到指定的路径。", 3),
        ("PermissionError: 另一个程序正在使用此文件，进程无法访问。: 'D:\\\\a.mobi'", 32),
        ("Отказано в доступе.", 5),
        ("connectex: Nenhuma conexão pôde ser feita porque a máquina de destino as recusou ativamente.", 10061),
    ],
)
def test_windows_texts(message: str, number: int) -> None:
    assert (errno_of(message), winerror_of(message)) == (None, number)


def test_a_full_stop_tells_windows_from_glibc() -> None:
    assert (errno_of("rm: x: Отказано в доступе"), winerror_of("rm: x: Отказано в доступе")) == (13, None)


def test_a_message_is_known_in_english_and_as_it_was_printed() -> None:
    """`PermissionError: [WinError 5] 拒绝访问。: 'gpt_log'`: binary-husky/gpt_academic#1385."""
    report = ErrorReport("python", "error", "PermissionError", "[WinError 5] 拒绝访问。: 'gpt_log'", Span(1, 1))
    assert report.messages == ("Access is denied: 'gpt_log'", "拒绝访问。: 'gpt_log'")
    assert report.plain_message == report.messages[0]
    report = ErrorReport("python", "error", "PermissionError", "[WinError 5] Access is denied: 'gpt_log'", Span(1, 1))
    assert report.messages == ("Access is denied: 'gpt_log'",)


def test_a_printed_number_comes_first() -> None:
    message = "[WinError 2] Das System kann die angegebene Datei nicht finden: 'a b'"
    report = ErrorReport("python", "error", "FileNotFoundError", message, Span(1, 1))
    assert (report.errno, report.winerror) == (None, 2)
    assert report.plain_message == "The system cannot find the file specified: 'a b'"
    assert report.paths() == ("a b",)


@pytest.mark.parametrize(
    ("message", "english"),
    [
        ("foocmd: 未找到命令", "foocmd: command not found"),
        ("foocmd：指令找不到", "foocmd: command not found"),
        ("foocmd\xa0: commande introuvable", "foocmd: command not found"),
        ("foocmd: Kommando nicht gefunden.", "foocmd: command not found"),
        ("nope ist nicht gesetzt.", "nope: unbound variable"),
        ("予期しないトークン `)' 周辺に構文エラーがあります", "syntax error near unexpected token `)'"),
        ("rm: x: Отказано в доступе", "rm: x: Permission denied"),
        ("拒绝访问。: 'x'", "Access is denied: 'x'"),
        ("'pip' 不是内部或外部命令，也不是可运行的程序\n或批处理文件。", None),
    ],
)
def test_what_patterns_are_held_against_is_english(message: str, english: str | None) -> None:
    report = ErrorReport("shell", "error", None, message, Span(1, 1))
    assert report.message == message
    assert report.plain_message == (
        english or "'pip' is not recognized as an internal or external command, operable program or batch file."
    )


@pytest.mark.parametrize("message", ["", ":", "all is well", "note: the file was not found", "'a' und 'b'"])
def test_what_is_not_known_stays_as_it_is(message: str) -> None:
    assert in_english(message) is message
    assert errno_of(message) is None
    assert winerror_of(message) is None


def test_every_text_is_found() -> None:
    for number, row in localised_texts.ERRNO.items():
        assert [errno_of(f"x: {text}") for text in row[1:]] == [number] * (len(row) - 1)
    for number, row in localised_texts.WINERROR.items():
        assert [winerror_of(f"{text}.") for text in row[1:]] == [number] * (len(row) - 1)
    for english, row in localised_texts.BASH.items():
        assert [in_english(text.replace("%s", "x1")) for text in row] == [english.replace("%s", "x1")] * len(row)


def test_signals() -> None:
    assert signal_of('已杀死               python3 -c "x"') == "SIGKILL"
    assert (signal_named("Getötet"), signal_named("Getötet!")) == ("SIGKILL", None)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("x.sh: 行 1: foocmd: 未找到命令", 1),
        ("x.sh: 第 4 行：cd: /nonexistent: 没有那个文件或目录", 4),
        ("x.sh: 4 行: cd: /nonexistent: そのようなファイルやディレクトリはありません", 4),
        ("x.sh: 행 4번: cd: /nonexistent: 그런 파일이나 디렉터리가 없습니다", 4),
        ("x.sh: Zeile 9: nope ist nicht gesetzt.", 9),
        ("x.sh: ligne 4 : cd: /nonexistent: Aucun fichier ou dossier de ce type", 4),
        ("x.sh: linha 7: ./w/d: É um diretório", 7),
        ("x.sh: 4. satır: cd: /nonexistent: Böyle bir dosya ya da dizin yok", 4),
    ],
)
def test_bash_in_other_languages(line: str, number: int) -> None:
    report = only(DIALECT, line)
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("x.sh", number)
    assert line.endswith(report.message)
    assert report.plain_message.isascii()


def test_a_repeated_line_in_another_language() -> None:
    report = only(DIALECT, 'x.sh: riga 1: errore di sintassi vicino al token non atteso ")"\nx.sh: riga 1: `echo )\'')
    assert report.plain_message == "syntax error near unexpected token `)'"
    assert report.span.end == 2


@pytest.mark.parametrize(
    "text",
    [
        '"npm" no se reconoce como un comando interno o externo,\nprograma o archivo por lotes ejecutable.',
        "'cross-env' は、内部コマンドまたは外部コマンド、\n"
        "操作可能なプログラムまたはバッチ ファイルとして認識されていません。",
        "'psql'은(는) 내부 또는 외부 명령, 실행할 수 있는 프로그램, 또는\n배치 파일이 아닙니다.",
        '"$API" non è riconosciuto come comando interno o esterno,\n un programma eseguibile o un file batch.',
        "'x' iç ya da dış komut, çalıştırılabilir\nprogram ya da toplu iş dosyası olarak tanınmıyor.",
        "'install.bat' 不是內部或外部命令、可執行的程式或批次檔。",
    ],
)
def test_cmd_in_other_languages(text: str) -> None:
    """As issue threads and tutorials in public repositories print it."""
    report = only(DIALECT, text)
    assert report.span.end == text.count("\n") + 1
    assert "is not recognized as an internal or external command, operable" in report.plain_message


@pytest.mark.parametrize(
    "text",
    ["注意: 一切正常", "Hinweis: alles gut.", "错误: 无法连接数据库", "Datei: Ist ein Verzeichnisbaum"],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []
