"""Entries about messages in scripts that have no blanks between words, and in Korean, whose particles follow words.

The messages were printed on Debian 12 by apt 2.6.1, dpkg 1.21, grep 3.8, make 4.3, git 2.39.5 and bash 5.2 with
`LC_ALL=zh_CN.utf8`, `ja_JP.utf8`, `th_TH.utf8` and `ko_KR.utf8`; those of Windows stand in the issues
bilibili/ailab#130 and binary-husky/gpt_academic#1385.
"""

from __future__ import annotations

from itertools import permutations, starmap
from pathlib import Path
from typing import Any

import pytest
from matching_samples import OpenLibrary, WritePack, entry, report
from tracemend.matching.library import Library
from tracemend.matching.question import MAX_TEXT, Question
from tracemend.reading.report import ErrorReport, Hints

SHELL = {"tool": "shell"}
WINERROR = "[WinError 5] 拒绝访问。: 'input' -> 'D:\\\\test\\\\RealCUGAN\\\\tmp\\\\1678677060901363.input'"


def shell(message: str) -> ErrorReport:
    return report(None, message, tool="shell")


def matched(library: Library, asked: ErrorReport) -> list[str]:
    return [match.entry for match in library.match(asked, Hints())]


@pytest.mark.parametrize(
    ("signature", "message"),
    [
        ({"literal": "无法定位软件包"}, "无法定位软件包 no-such-pkg-zz"),
        ({"literal": "软件包"}, "无法定位软件包 no-such-pkg-zz"),
        ({"literal": "定位"}, "无法定位软件包 no-such-pkg-zz"),
        ({"message": r"无法定位软件包 (?P<name>\S+)"}, "无法定位软件包 no-such-pkg-zz"),
        ({"message": r"(?P<what>\w+)定位(?P<kind>\w+) \S+"}, "无法定位软件包 no-such-pkg-zz"),
        ({"literal": "git 仓库（或者任何父目录）"}, "致命错误：不是 git 仓库（或者任何父目录）：.git"),
        ({"message": r"没有规则可制作目标“(?P<name>[^”]+)”。.*"}, "没有规则可制作目标“nofile”。 停止。"),
        ({"literal": "見つかりません"}, "パッケージ no-such-pkg-zz が見つかりません"),
        ({"message": r"パッケージ (?P<name>\S+) が見つかりません"}, "パッケージ no-such-pkg-zz が見つかりません"),
        ({"literal": "EOF)です"}, "対応する `)' を探索中に予期しないファイル終了(EOF)です"),
        ({"literal": "ファイル終了"}, "対応する `)' を探索中に予期しないファイル終了(EOF)です"),
        ({"literal": "แพกเกจ"}, "ไม่พบแพกเกจ no-such-pkg-zz"),
        ({"message": r"ไม่พบแพกเกจ (?P<name>\S+)"}, "ไม่พบแพกเกจ no-such-pkg-zz"),
        (
            {"message": r"ค่า '(?P<value>[^']+)' ไม่สามารถใช้กับ (?P<option>\S+) ได้.*"},
            "ค่า 'zzz' ไม่สามารถใช้กับ APT::Default-Release ได้ เนื่องจากรุ่นดังกล่าวไม่มีในแหล่ง",
        ),
        ({"literal": "저장소가 없습니다"}, "'nowhere' 저장소가 없습니다"),
        ({"message": r"(?P<name>\S+) 패키지를 찾을 수 없습니다"}, "no-such-pkg-zz 패키지를 찾을 수 없습니다"),
        (
            {"message": r"타겟 '(?P<name>[^']+)'을\(를\) 만들 규칙이 없습니다\..*"},
            "타겟 'nofile'을(를) 만들 규칙이 없습니다.  멈춤.",
        ),
    ],
)
def test_found_inside_longer_runs(signature: dict[str, Any], message: str, library: OpenLibrary) -> None:
    assert matched(library(entry("a.one", {**SHELL, **signature})), shell(message)) == ["a.one"]


@pytest.mark.parametrize(
    ("signature", "message"),
    [
        ({"literal": "定位软件"}, "无法在软件包中定位 no-such-pkg-zz"),
        ({"literal": "软包"}, "无法定位软件包 no-such-pkg-zz"),
        ({"message": r"定位软件包 (?P<name>\S+)"}, "无法定位软件包 no-such-pkg-zz"),
        ({"literal": "見つかりました"}, "パッケージ no-such-pkg-zz が見つかりません"),
        ({"literal": "ไม่พบแฟ้ม"}, "ไม่พบแพกเกจ no-such-pkg-zz"),
        # Korean words are words: neither their beginning nor their end alone.
        ({"literal": "저장소가 없습"}, "'nowhere' 저장소가 없습니다"),
        ({"literal": "장소가 없습니다"}, "'nowhere' 저장소가 없습니다"),
        # A literal's edge of another script is held to its own words.
        ({"literal": "不是 gi"}, "致命错误：不是 git 仓库（或者任何父目录）：.git"),
    ],
)
def test_not_found_where_it_does_not_stand(signature: dict[str, Any], message: str, library: OpenLibrary) -> None:
    assert matched(library(entry("a.one", {**SHELL, **signature})), shell(message)) == []


def test_a_windows_message_is_explained_by_entries_in_its_language_and_in_english(library: OpenLibrary) -> None:
    opened = library(
        entry("a.literal", {"exception": "PermissionError", "literal": "拒绝访问"}),
        entry("a.message", {"exception": "PermissionError", "message": r"拒绝访问。: '(?P<old>[^']+)' -> .*"}),
        entry("a.english", {"exception": "PermissionError", "message": r"Access is denied\.?: '(?P<old>[^']+)' -> .*"}),
        entry("a.other", {"exception": "PermissionError", "literal": "拒绝连接"}),
    )
    matches = opened.match(report("PermissionError", WINERROR), Hints())
    assert sorted(match.entry for match in matches) == ["a.english", "a.literal", "a.message"]
    assert {match.captures.get("old") for match in matches if match.entry != "a.literal"} == {"input"}
    assert matched(opened, report("PermissionError", "[WinError 5] 拒绝访问。: 'gpt_log'")) == ["a.literal"]


@pytest.mark.parametrize(
    ("message", "specificity"),
    [("错误(?P<rest>.*)", "pattern"), ("拒绝访问(?P<rest>.*)", "exact"), ("(?P<rest>.*)の", "pattern")],
)
def test_one_word_of_two_characters_is_not_two(message: str, specificity: str, library: OpenLibrary) -> None:
    opened = library(entry("a.one", {"exception": "ValueError", "message": message}))
    text = message.replace("(?P<rest>.*)", "x")
    assert [match.specificity for match in opened.match(report("ValueError", text), Hints())] == [specificity]


@pytest.mark.parametrize(("literal", "sound"), [("磁盘", True), ("盘", False), ("แฟ้ม", True), ("저장소", False)])
def test_two_characters_are_enough_to_be_found_by(
    literal: str, sound: bool, write_pack: WritePack, tmp_path: Path
) -> None:
    opened = Library.open([write_pack("one", entry("a.one", {**SHELL, "literal": literal}))], tmp_path / "cache")
    assert [fault.message for fault in opened.faults] == ([] if sound else ["it has nothing to be found by."])


def test_what_is_looked_at_does_not_grow_with_the_entries(library: OpenLibrary) -> None:
    names = ["".join(pair) for pair in permutations("磁盘网络内存线程端口缓冲图像", 2)]
    opened = library(
        *starmap(entry, ((f"a.e{n}", {**SHELL, "literal": f"无法打开{name}设备"}) for n, name in enumerate(names)))
    )
    (index,) = opened._indexes
    for message, most in (("无法打开 其他设备", 0), ("无法打开文件", 0), ("现在无法打开磁盘设备的文件", 3)):
        assert len(list(index.candidates(Question(shell(message), Hints(), {})))) <= most, message
    assert matched(opened, shell("现在无法打开磁盘设备的文件")) == ["a.e0"]


def test_the_keys_of_a_question_are_bounded() -> None:
    endless = "".join(chr(0x4E00 + number % 0x5000) for number in range(100_000))
    question = Question(report("ValueError", endless, notes=(endless,)), Hints(), {})
    assert len(dict(question.keys)["pair"]) < 3 * MAX_TEXT


@pytest.fixture
def large(library: OpenLibrary) -> Library:
    """What apt says in four languages, and some entries on something else: how rare a word is needs others."""
    titles = {
        "a.zh": "无法定位软件包 {name}",
        "a.ja": "パッケージ {name} が見つかりません",
        "a.th": "ไม่พบแพกเกจ {name}",
        "a.ko": "{name} 패키지를 찾을 수 없습니다",
        "a.denied": "Access is denied: {path}",
        "a.denied-zh": "没有权限：拒绝访问",
        **{f"b.e{n}": f"The adapter number{n} cannot be opened" for n in range(40)},
    }
    return library(*(entry(id, {"exception": f"{id}Error"}, title=title) for id, title in titles.items()))


@pytest.mark.parametrize(
    ("message", "nearest"),
    [
        # dpkg's words for what apt's entries are about.
        ("软件包 zzzz 没有被安装", ("a.zh",)),
        ("パッケージ 'zzzz' はまだインストールされていません", ("a.ja",)),
        ("ไม่พบแพกเกจที่ตรงกับ zzzz", ("a.th",)),
        ("软件包", ("a.zh",)),
        # What make, bash and grep say of something else.
        ("没有规则可制作目标“nofile”。 停止。", ()),
        ("対応する `)' を探索中に予期しないファイル終了(EOF)です", ()),
        ("짝이 맞지 않는 ( 또는 \\(", ()),
    ],
)
def test_the_nearest_entries(message: str, nearest: tuple[str, ...], large: Library) -> None:
    assert large.nearest(shell(message)) == nearest


def test_endings_do_not_hide_what_is_near_in_korean(large: Library) -> None:
    """From the catalog of PackageKit 1.2.6."""
    assert large.nearest(shell("설치한 패키지를 찾을 수 없음: zzzz")) == ("a.ko",)


def test_a_message_in_another_language_is_near_to_english_entries_too(large: Library) -> None:
    message = "[WinError 5] 拒绝访问。: 'gpt_log'"
    assert large.nearest(report("PermissionError", message)) == ("a.denied", "a.denied-zh")
