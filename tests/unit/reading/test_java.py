"""Texts of javac and java 17 and of Maven 3.8 (Debian 12), provoked; the compiler's errors behind Maven's level are
as farin/JCloisterZone#254 quotes them, with the home folder's name changed."""

from __future__ import annotations

import pytest
from tracemend.reading.builds.java import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read

JAVAC = """
A.java:1: error: incompatible types: String cannot be converted to int
class A { int x = "a"; }
                  ^
1 error
"""

UNCAUGHT = """
Exception in thread "main" java.lang.RuntimeException: x
\tat A.main(A.java:1)
"""

MAVEN = """
[ERROR]   The project  (/home/dev/x/pom.xml) has 1 error
[ERROR]     Non-readable POM /home/dev/x/pom.xml: no more data available - expected end tags
[ERROR]
[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
[ERROR] Re-run Maven using the -X switch to enable full debug logging.
[ERROR]
[ERROR] For more information about the errors and possible solutions, please read the following articles:
[ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/ProjectBuildingException
"""

FAILURE = """
[ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.7.0:compile (default-compile) \
on project jcloisterzone: Compilation failure
[ERROR] /home/dev/src/main/java/com/jcloisterzone/game/capability/FairyCapability.java:[38,81] incompatible types: \
inference variable K has incompatible bounds
[ERROR]     equality constraints: com.jcloisterzone.figure.Follower
[ERROR]     lower bounds: com.jcloisterzone.figure.Meeple
"""


def test_javac() -> None:
    report = only(DIALECT, JAVAC)
    assert (report.tool, report.message) == ("java", "incompatible types: String cannot be converted to int")
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("A.java", 1)
    assert report.user_frame.source == 'class A { int x = "a"; }'
    assert len(read_text(JAVAC)) == 1


def test_an_uncaught_exception() -> None:
    report = only(DIALECT, UNCAUGHT)
    assert (report.exception, report.message) == ("java.lang.RuntimeException", "x")
    assert (report.user_frame and (report.user_frame.path, report.user_frame.line)) == ("A.java", 1)
    assert len(read_text(UNCAUGHT)) == 1


def test_maven() -> None:
    report = only(DIALECT, MAVEN)
    assert report.tool == "maven"
    assert report.message.startswith("The project  (/home/dev/x/pom.xml) has 1 error\nNon-readable POM ")
    assert [one.tool for block in read_text(MAVEN) for one in block] == ["maven"]


def test_what_maven_s_compiler_found() -> None:
    failure, found = read(DIALECT, FAILURE)
    assert (found.user_frame and (found.user_frame.line, found.user_frame.column)) == (38, 81)
    assert found.message.split("\n")[1:] == [
        "equality constraints: com.jcloisterzone.figure.Follower",
        "lower bounds: com.jcloisterzone.figure.Meeple",
    ]
    assert failure.message.endswith(": Compilation failure")


@pytest.mark.parametrize("text", ["[ERROR] ", "[INFO] BUILD SUCCESS", "A.java:1: warning: [removal] x", "A.java:1: x"])
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []
    assert read_text(text, Hints("mvn compile")) == []
