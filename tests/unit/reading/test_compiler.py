from __future__ import annotations

import pytest
from tracemend.reading.builds.compiler import DIALECT
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import read_text

from .asking import only, read


def scan(text: str, hints: Hints | None = None) -> list[ErrorReport]:
    """The reports of a text as the scanner reads it."""
    return [report for block in read_text(text, hints) for report in block]


GCC = """
a.c: In function ‘main’:
a.c:3:25: error: ‘undeclared’ undeclared (first use in this function)
    3 | int main(void) { int x; undeclared = 3; return foo() }
      |                         ^~~~~~~~~~
a.c:3:25: note: each undeclared identifier is reported only once for each function it appears in
a.c:3:53: error: expected ‘;’ before ‘}’ token
    3 | int main(void) { int x; undeclared = 3; return foo() }
      |                                                     ^~
      |                                                     ;
"""

CLANG = """
a.c:3:25: error: use of undeclared identifier 'undeclared'
int main(void) { int x; undeclared = 3; return foo() }
                        ^
a.c:3:53: error: expected ';' after return statement
int main(void) { int x; undeclared = 3; return foo() }
                                                    ^
                                                    ;
2 errors generated.
"""

CMAKE = """
-- Detecting C compile features - done
CMake Error at CMakeLists.txt:3 (find_package):
  By not providing "FindNoSuchPkg.cmake" in CMAKE_MODULE_PATH this project
  has asked CMake to find a package configuration file provided by
  "NoSuchPkg", but CMake did not find one.

  Could not find a package configuration file provided by "NoSuchPkg" with
  any of the following names:

    NoSuchPkgConfig.cmake
    nosuchpkg-config.cmake

  been installed.


-- Configuring incomplete, errors occurred!
"""

STACK = """
CMake Error at /usr/share/cmake-3.25/Modules/FindPackageHandleStandardArgs.cmake:230 (message):
  Could NOT find Python3 (missing: Python3_INCLUDE_DIRS Development) (Required
  is at least version "3.99")
Call Stack (most recent call first):
  /usr/share/cmake-3.25/Modules/FindPackageHandleStandardArgs.cmake:600 (_FPHSA_FAILURE_MESSAGE)
  /usr/share/cmake-3.25/Modules/FindPython3.cmake:490 (find_package_handle_standard_args)
  CMakeLists.txt:3 (find_package)


-- Configuring incomplete, errors occurred!
"""

RUST = """
error[E0308]: mismatched types
 --> r.rs:1:25
  |
1 | fn main(){ let x: i32 = "a"; foo::bar(); }
  |                   ---   ^^^ expected `i32`, found `&str`
  |                   |
  |                   expected due to this

error[E0433]: cannot find module or crate `foo` in this scope
 --> r.rs:1:30
  |
1 | fn main(){ let x: i32 = "a"; foo::bar(); }
  |                              ^^^ use of unresolved module or unlinked crate `foo`
  |
  = help: you might be missing a crate named `foo`

error: aborting due to 2 previous errors
"""


def test_gcc() -> None:
    """gcc 12.2."""
    first, second = read(DIALECT, GCC)
    assert (first.tool, first.severity, first.exception) == ("gcc", "error", None)
    assert first.message == "‘undeclared’ undeclared (first use in this function)"
    assert first.notes == ("each undeclared identifier is reported only once for each function it appears in",)
    frame = first.user_frame
    assert frame is not None
    assert (frame.path, frame.line, frame.column) == ("a.c", 3, 25)
    assert frame.source == "int main(void) { int x; undeclared = 3; return foo() }"
    assert (second.message, second.span.start, second.span.end) == ("expected ‘;’ before ‘}’ token", 6, 9)
    assert len(scan(GCC)) == 2


def test_clang() -> None:
    """clang 14.0.6, whose snippets have no margin."""
    first, second = read(DIALECT, CLANG)
    assert (first.tool, first.message) == ("clang", "use of undeclared identifier 'undeclared'")
    assert first.user_frame is not None
    assert first.user_frame.source == "int main(void) { int x; undeclared = 3; return foo() }"
    assert (second.tool, second.span.start) == ("clang", 4)
    header = (
        "h.c:1:10: fatal error: 'Python.h' file not found\n#include <Python.h>\n         ^~~~~~~~~~\n1 error generated."
    )
    assert only(DIALECT, header).tool == "clang"


def test_a_missing_header() -> None:
    """gcc 12.2; the included file has the place."""
    report = only(
        DIALECT,
        """
        In file included from inc.c:1:
        b2.h:1:10: fatal error: Python.h: No such file or directory
            1 | #include <Python.h>
              |          ^~~~~~~~~~
        compilation terminated.
        """,
    )
    assert (report.message, report.span.start, report.span.end) == ("Python.h: No such file or directory", 2, 4)


def test_a_warning_that_counts_as_an_error() -> None:
    """gcc 12.2, -Wall -Werror."""
    text = (
        "w.c: In function ‘main’:\nw.c:1:22: error: unused variable ‘unused’ [-Werror=unused-variable]\n"
        "    1 | int main(void) { int unused; return 0; }\n      |                      ^~~~~~\n"
        "cc1: all warnings being treated as errors"
    )
    report = only(DIALECT, text)
    assert (report.code, report.message) == ("-Werror=unused-variable", "unused variable ‘unused’")


def test_warnings_are_read_where_they_are_selected() -> None:
    """gcc 12.2, -Wall."""
    text = "w.c:1:22: warning: unused variable ‘unused’ [-Wunused-variable]"
    assert read(DIALECT, text) == []
    report = only(DIALECT, text, selected=True)
    assert (report.severity, report.code) == ("warning", "-Wunused-variable")


@pytest.mark.parametrize(
    ("tool", "message", "text"),
    [
        (
            "gcc",
            "unrecognized command-line option ‘-fnosuch’",
            "gcc: error: unrecognized command-line option ‘-fnosuch’",
        ),
        ("gcc", "nofile.c: No such file or directory", "cc1: fatal error: nofile.c: No such file or directory"),
        ("clang", "unknown argument: '-fnosuch'", "clang: error: unknown argument: '-fnosuch'"),
        ("ninja", "unknown target 'nosuch'", "ninja: error: unknown target 'nosuch'"),
        (
            "cmake",
            'The source directory "/home/dev/nodir" does not exist.',
            'CMake Error: The source directory "/home/dev/nodir" does not exist.',
        ),
    ],
)
def test_drivers(tool: str, message: str, text: str) -> None:
    """gcc 12.2, clang 14.0.6, ninja 1.11, CMake 3.25."""
    report = only(DIALECT, text)
    assert (report.tool, report.message) == (tool, message)
    assert [one.tool for one in scan(text)] == [tool]


def test_a_linker() -> None:
    """binutils 2.40 under gcc 12.2, without and with -g."""
    report = only(
        DIALECT,
        "/usr/bin/ld: /tmp/ccqsSedV.o: in function `main':\nb.c:(.text+0x5): undefined reference to `foo'\n"
        "collect2: error: ld returned 1 exit status",
    )
    assert (report.tool, report.message, report.user_frame) == ("ld", "undefined reference to `foo'", None)
    assert (report.span.start, report.span.end) == (1, 3)
    report = only(
        DIALECT,
        "/usr/bin/ld: /tmp/ccqsSedV.o: in function `main':\n/home/dev/b.c:2: undefined reference to `foo'\n"
        "collect2: error: ld returned 1 exit status",
    )
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/home/dev/b.c", 2)
    text = (
        "/usr/bin/ld: cannot find -lnosuchlib: No such file or directory\n"
        "clang: error: linker command failed with exit code 1 (use -v to see invocation)\n"
    )
    (report,) = scan(text)
    assert (report.tool, report.message) == ("ld", "cannot find -lnosuchlib: No such file or directory")


def test_apple_s_linker() -> None:
    """github.com/python/cpython issue 95279."""
    (report,) = scan(
        "Undefined symbols for architecture arm64:\n"
        '  "_libintl_bindtextdomain", referenced from:\n'
        "      __locale_bindtextdomain in _localemodule.o\n"
        "ld: symbol(s) not found for architecture arm64\n"
        "clang: error: linker command failed with exit code 1 (use -v to see invocation)\n"
        "make: all is over\n"
    )
    assert report.tool == "ld"
    assert report.first_line == "Undefined symbols for architecture arm64:"
    assert (report.span.start, report.span.end) == (1, 5)


def test_microsoft_s_compiler() -> None:
    """github.com/dengwirda/inpoly-python issue 15, python/cpython pull 28048 (in Chinese), Teams-Samples issue 905."""
    report = only(
        DIALECT,
        "inpoly\\inpoly_.c(215): fatal error C1083: Cannot open include file: 'longintrepr.h': No such file or directory",  # noqa: E501
    )
    assert (report.tool, report.code) == ("msvc", "C1083")
    assert report.message == "Cannot open include file: 'longintrepr.h': No such file or directory"
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("inpoly\\inpoly_.c", 215)
    (report,) = scan(
        "cpython\\Tools\\msi\\bundle\\bootstrap\\pch.h(28,10): fatal error C1083: "
        "无法打开包括文件: “dutil.h”: No such file or directory\n"
    )
    assert report.user_frame is not None
    assert (report.user_frame.line, report.user_frame.column) == (28, 10)
    report = only(
        DIALECT,
        "yarl/_quoting.c(8066): warning C4047: 'function': 'PyObject *' differs in levels of indirection from 'int'\n"
        "yarl/_quoting.c(8066): error C2198: 'PyCode_New': too few arguments for call",
    )
    assert report.code == "C2198"


def test_microsoft_s_linker() -> None:
    """github.com/fiorix/nitgen-bsp issue 8 and buaacyw/MeshAnything issue 15."""
    report = only(
        DIALECT,
        "LINK : error LNK2001: unresolved external symbol PyInit_NitgenBSP/_bsp_search\n"
        "build\\temp.win-amd64-3.8\\Release\\NitgenBSP\\_bsp_search.cp38-win_amd64.lib : fatal error LNK1120: "
        "1 unresolved externals",
    )
    assert (report.tool, report.code) == ("msvc", "LNK2001")
    assert report.notes == ("1 unresolved externals",)
    lines = [
        "      pybind.obj : error LNK2001: unresolved external symbol __imp__PyThread_tss_create",
        "      pybind.obj : error LNK2001: unresolved external symbol __imp__PyUnicode_AsEncodedString",
    ]
    report = only(DIALECT, "\n".join(lines * 40))
    assert len(report.message.split("\n")) == 2


def test_cmake() -> None:
    """CMake 3.25; the end of the text is shortened."""
    report = only(DIALECT, CMAKE)
    lines = report.message.split("\n")
    assert lines[0] == (
        'By not providing "FindNoSuchPkg.cmake" in CMAKE_MODULE_PATH this project has asked CMake to find a package '
        'configuration file provided by "NoSuchPkg", but CMake did not find one.'
    )
    assert "  NoSuchPkgConfig.cmake" in lines
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("CMakeLists.txt", 3)
    assert (report.span.start, report.span.end) == (2, 13)


def test_cmake_s_calls() -> None:
    """CMake 3.25: the innermost place outside CMake's own modules is shown."""
    report = only(DIALECT, STACK)
    assert report.message.endswith('(Required is at least version "3.99")')
    assert report.user_frame is not None
    assert report.user_frame.path == "CMakeLists.txt"
    assert [frame.line for frame in report.frames] == [3, 490, 600, 230]


def test_meson() -> None:
    """Meson 1.12.1: its columns count from 0."""
    (report,) = scan('meson.build:2:0: ERROR: Dependency "nosuchdep" not found (tried pkg-config and cmake)\n')
    assert (report.tool, report.message.partition(" ")[0]) == ("meson", "Dependency")
    assert report.user_frame is not None
    assert (report.user_frame.line, report.user_frame.column) == (2, 1)


def test_rustc() -> None:
    """rustc of this machine's toolchain."""
    first, second = read(DIALECT, RUST)
    assert (first.tool, first.code, first.message) == ("rustc", "E0308", "mismatched types")
    assert second.notes == ("help: you might be missing a crate named `foo`",)
    assert second.user_frame is not None
    assert (second.user_frame.path, second.user_frame.line, second.user_frame.column) == ("r.rs", 1, 30)


@pytest.mark.parametrize(
    "text",
    [
        "a.py:3:12: error: Incompatible return value type",  # a checker's
        "src/a.ts(3,4): error TS2322: Type 'string' is not assignable",
        "A.java:3: error: ';' expected",
        "a.c:3: a comment about an error: none",
        'a.c:12:   printf("error: %s", text);',
        "conftest.c:11:10: fatal error: ac_nonexistent.h: No such file or directory",
        "error[F821]: Undefined name `foo`\n --> a.py:1:1",
        "error: aborting due to 2 previous errors",
        "error: could not compile `x` (lib) due to 2 previous errors",
        "/usr/bin/ld: warning: x.o: missing .note.GNU-stack section implies executable stack",
        "GNU ld (GNU Binutils for Debian) 2.40",
        "ld: supported targets: elf64-x86-64 elf32-i386 elf32-iamcu",
        "ld: supported emulations: elf_x86_64 elf32_x86_64",
        "-- Looking for errno.h - found",
        "FAILED: CMakeFiles/a.dir/a.c.o",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_what_went_well_or_is_only_shown() -> None:
    text = "a.c:3:25: error: expected ‘;’ before ‘}’ token"
    assert read(DIALECT, text, exit_code=0) == []
    assert read(DIALECT, text, command="cat build.log | tail") == []


def test_many_errors_take_linear_time() -> None:
    assert len(scan("src/a.c:3:1: error: x\n" * 4000)) == 4000


def test_an_indented_output() -> None:
    """gcc 12.2 under `pip install -v`, which indents by two."""
    text = "\n".join("  " + line for line in GCC.strip("\n").split("\n")) + "\nFailed to build a"
    first, second = read(DIALECT, text)
    assert (first.span.start, first.span.end, second.span.end) == (2, 5, 9)
    assert first.user_frame is not None
    assert first.user_frame.source == "int main(void) { int x; undeclared = 3; return foo() }"


@pytest.mark.parametrize(
    ("first", "message"),
    [
        ("a.c:2:9: Fehler: »y« nicht deklariert (erste Verwendung in dieser Funktion)", "»y« nicht deklariert"),
        (
            "a.c:2:9: erreur: «\xa0y\xa0» non déclaré (première utilisation dans cette fonction)",
            "«\xa0y\xa0» non déclaré",
        ),
        ("a.c:2:9: 错误：‘y’未声明(在此函数内第一次使用)", "‘y’未声明"),
        ("a.c:2:9: エラー: ‘y’ が宣言されていません (この関数内での最初の使用)", "‘y’ が宣言"),
        ("a.c:2:9: ошибка: «y» не описан (первое использование в этой функции)", "«y» не описан"),
    ],
)
def test_gcc_in_another_language(first: str, message: str) -> None:
    """gcc 12.2 with gcc-12-locales."""
    text = (
        f"{first}\n    2 |  return y; }}\n      |         ^\na.c:2:9: Anmerkung: jeder nicht deklarierte Bezeichner\n"
    )
    report = only(DIALECT, text)
    assert (report.tool, report.severity) == ("gcc", "error")
    assert report.message.startswith(message)
    assert report.user_frame is not None
    assert (report.user_frame.line, report.user_frame.column, report.user_frame.source) == (2, 9, "return y; }")
    assert len(report.notes) == 1
    assert len(read_text(text)) == 1
    warning = "a.c:2:9: Warnung: Umwandlung\n"
    assert read(DIALECT, warning) == []
    assert only(DIALECT, warning, selected=True).severity == "warning"


def test_a_file_that_is_missing_in_another_language() -> None:
    report = only(DIALECT, "a.c:1:10: schwerwiegender Fehler: nosuch.h: Datei oder Verzeichnis nicht gefunden\n")
    assert report.plain_message == "nosuch.h: No such file or directory"


def test_a_linker_in_another_language() -> None:
    """binutils 2.40."""
    text = (
        "/usr/bin/ld: no se puede encontrar -lnosuch: No existe el fichero o el directorio\n"
        "collect2: error: ld devolvió el estado de salida 1\n"
    )
    report = only(DIALECT, text)
    assert report.plain_message == "cannot find -lnosuch: No such file or directory"
    assert report.span.end == 2
