"""Messages of TensorFlow 2.15 and 2.21, Keras 3.15 and huggingface_hub that go on behind a blank line."""

from __future__ import annotations

from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

HEAD = """\
Traceback (most recent call last):
  File "/home/dev/project/k.py", line 6, in <module>
    model.fit(x, y)
"""
USER_CODE = (
    HEAD
    + """\
ValueError: in user code:

    File "/opt/venv/lib/python3.10/site-packages/keras/src/losses.py", line 270, in call  **
        return ag_fn(y_true, y_pred, **self._fn_kwargs)

    ValueError: Shapes (None, 1) and (None, 3) are incompatible

done
"""
)
GRAPH = (
    HEAD
    + """\
tensorflow.python.framework.errors_impl.InvalidArgumentError: Graph execution error:

Detected at node sequential_1/embedding_1/GatherV2 defined at (most recent call last):
  File "/home/dev/project/k.py", line 5, in <module>

  File "/opt/venv/lib/python3.11/site-packages/keras/src/backend/tensorflow/numpy.py", line 3095, in take

indices[0,2] = 12 is not in [0, 10)
\t [[{{node sequential_1/embedding_1/GatherV2}}]] [Op:__inference_one_step_on_data_distributed_88]
2026-11-26 17:18:57.689154: I tensorflow/core/framework/local_rendezvous.cc:404] Local rendezvous is aborting
"""
)
KERAS = (
    HEAD
    + """\
ValueError: Exception encountered when calling Sequential.call().

Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected ndim=3, found ndim=2

Arguments received by Sequential.call():
  • training=None
"""
)
HUB = (
    HEAD
    + """\
huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-66f4b037;5601d2c9)

Cannot access gated repo for url https://huggingface.co/owner/model/resolve/main/config.json.
Your request to access model owner/model is awaiting a review from the repo authors.
"""
)
OTHER = HEAD + "ValueError: something else:\n\nInput 0 of layer 'dense' is what the program printed below\n"


def test_the_error_below_is_part_of_the_message() -> None:
    for text, said in (
        (USER_CODE, ["in user code:", "ValueError: Shapes (None, 1) and (None, 3) are incompatible"]),
        (GRAPH, ["Graph execution error:", "indices[0,2] = 12 is not in [0, 10)"]),
        (
            KERAS,
            [
                "Exception encountered when calling Sequential.call().",
                "Input 0 with name 'None' of layer 'dense' is incompatible with the layer: "
                "expected ndim=3, found ndim=2",
            ],
        ),
        (HUB, ["403 Client Error. (Request ID: Root=1-66f4b037;5601d2c9)", "Cannot access gated repo for url https"]),
    ):
        (block,) = read_text(text, Hints("python k.py", 1))
        lines = block[-1].message.split("\n")
        assert lines[0] == said[0]
        assert lines[1].startswith(said[1])


def test_what_stands_below_another_message_is_not() -> None:
    (block,) = read_text(OTHER, Hints("python k.py", 1))
    assert block[-1].message == "something else:"
