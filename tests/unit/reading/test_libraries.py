"""Texts of TensorFlow 2.21, Streamlit 1.67 (provoked), of older TensorFlow and of CUDA (from threads)."""

from __future__ import annotations

import pytest
from tracemend.reading.programs import libraries
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read

FACTORIES = """
2023-12-05 09:29:18.697209: E tensorflow/compiler/xla/stream_executor/cuda/cuda_dnn.cc:9342] Unable to register cuDNN factory: Attempting to register factory for plugin cuDNN when one has already been registered
2023-12-05 09:29:18.697260: E tensorflow/compiler/xla/stream_executor/cuda/cuda_fft.cc:609] Unable to register cuFFT factory: Attempting to register factory for plugin cuFFT when one has already been registered
2023-12-05 09:29:18.697296: E tensorflow/compiler/xla/stream_executor/cuda/cuda_blas.cc:1518] Unable to register cuBLAS factory: Attempting to register factory for plugin cuBLAS when one has already been registered
2023-12-05 09:29:20.002737: W tensorflow/compiler/tf2tensorrt/utils/py_utils.cc:38] TF-TRT Warning: Could not find TensorRT
"""  # noqa: E501
ABSL = """
WARNING: All log messages before absl::InitializeLog() is called are written to STDERR
E0000 00:00:1751448150.986970   10148 cuda_dnn.cc:8579] Unable to register cuDNN factory: Attempting to register factory for plugin cuDNN when one has already been registered
E0000 00:00:1751448150.991431   10148 cuda_blas.cc:1407] Unable to register cuBLAS factory: Attempting to register factory for plugin cuBLAS when one has already been registered
W0000 00:00:1751448151.003754   10148 computation_placer.cc:177] computation placer already registered. Please check linkage and avoid linking the same target more than once.
W0000 00:00:1751448151.003771   10148 computation_placer.cc:177] computation placer already registered. Please check linkage and avoid linking the same target more than once.
done
"""  # noqa: E501
OPTIMIZED = """
I0000 00:00:1795712608.998573   14757 cpu_feature_guard.cc:227] This TensorFlow binary is optimized to use available CPU instructions in performance-critical operations.
To enable the following instructions: AVX2 AVX512F FMA, in other operations, rebuild TensorFlow with the appropriate compiler flags.
"""  # noqa: E501
BARE = """
2026-11-26 17:05:05.474 WARNING streamlit.runtime.scriptrunner_utils.script_run_context: Thread 'MainThread': missing ScriptRunContext! This warning can be ignored when running in bare mode.
2026-11-26 17:05:05.475 WARNING streamlit.runtime.state.session_state_proxy: Session state does not function when running a script without `streamlit run`
2026-11-26 17:05:05.671\x20
  Warning: to view this Streamlit app on a browser, run it with the following
  command:

    streamlit run app.py [ARGUMENTS]
2026-11-26 17:05:05.686 Thread 'MainThread': missing ScriptRunContext! This warning can be ignored when running in bare mode.
hello
"""  # noqa: E501


def test_records_that_say_the_same_are_one() -> None:
    first, second = read(libraries.DIALECT, FACTORIES)
    assert (first.tool, first.severity, first.span) == ("tensorflow", "warning", (1, 3))
    assert first.message.startswith("Unable to register cuDNN factory: ")
    assert second.message == "TF-TRT Warning: Could not find TensorRT"
    assert [report.span for report in read(libraries.DIALECT, ABSL)] == [(2, 3), (4, 5)]
    assert len(read_text(FACTORIES, Hints("python train.py", 0))) == 2
    assert len(read_text(ABSL, Hints("python train.py", 0))) == 2


def test_what_is_told_is_read_where_it_was_chosen() -> None:
    assert read(libraries.DIALECT, OPTIMIZED) == []
    report = only(libraries.DIALECT, OPTIMIZED, selected=True)
    assert report.span == (1, 2)
    assert read_text(OPTIMIZED, Hints("python train.py", 0)) == []


def test_a_failed_check_is_an_error() -> None:
    text = "2023-02-01 10:00:00.123456: F tensorflow/core/platform/default/env.cc:74] Check failed: ret == 0 (11 vs. 0)"
    report = only(libraries.DIALECT, text)
    assert (report.severity, report.message) == ("error", "Check failed: ret == 0 (11 vs. 0)")


def test_streamlit_without_its_command_is_one_report() -> None:
    report = only(libraries.DIALECT, BARE)
    assert (report.tool, report.severity, report.span) == ("streamlit", "warning", (1, 8))
    assert report.message.startswith("Thread 'MainThread': missing ScriptRunContext!")
    assert len(read_text(BARE, Hints("python app.py", 0))) == 1


def test_threads_of_their_own_are_told_apart() -> None:
    text = BARE.replace("05.686 Thread 'MainThread'", "05.686 Thread 'Thread-1 (work)'")
    assert [report.span.end for report in read(libraries.DIALECT, text)] == [7, 8]


def test_streamlits_port() -> None:
    report = only(libraries.DIALECT, "2026-11-26 17:05:32.883 Port 8599 is not available", "streamlit run a.py", 1)
    assert (report.tool, report.message) == ("streamlit", "Port 8599 is not available")
    assert read(libraries.DIALECT, "Port 8599 is already in use", "python serve.py", 1) == []
    assert only(libraries.DIALECT, "Port 8599 is already in use", "streamlit run a.py", 1).tool == "streamlit"


@pytest.mark.parametrize(
    "head",
    ["", "2024-01-01 10:00:00,123 - worker - ERROR - ", "ERROR:train:", "Error: ", "[2024-01-01 10:00:00] ERROR: "],
)
def test_a_message_of_cuda_without_its_exception(head: str) -> None:
    text = f"{head}CUDA error: device-side assert triggered\nFor debugging consider passing CUDA_LAUNCH_BLOCKING=1"
    report = only(libraries.DIALECT, text)
    assert (report.tool, report.exception, report.span.end) == ("python", "RuntimeError", 2)
    assert report.first_line == "CUDA error: device-side assert triggered"


def test_what_speaks_of_it_is_none() -> None:
    for text in ("We met CUDA error: 700 in May", "No CUDA out of memory. Tried to allocate 2", "CUDA out of memory."):
        assert read(libraries.DIALECT, text) == []
