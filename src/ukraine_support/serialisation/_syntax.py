"""Where a text stops being JSON, and what is expected there: in words of our own, the same under every Python."""

import re
from typing import Final

_TOKEN: Final = re.compile(
    r"""[ \t\n\r]*+
    ( [][{},:]
    | "[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"
    | -?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][-+]?[0-9]++)?+
    | true | false | null | NaN | -?Infinity
    )?+""",
    re.VERBOSE,
)
_OPENING: Final = {"[": "]", "{": "}"}
_NO_VALUE: Final = ("", "]", "}", ",", ":")
_VALUE: Final = "a value"
_ITEM: Final = "a value or ]"
_KEY: Final = "a key in double quotes"
_FIELD: Final = "a key in double quotes or }"
_COLON: Final = "a colon"
_END: Final = "nothing more"
_MORE: Final = {"]": "a comma or ]", "}": "a comma or }"}
_STRING: Final = "a string that ends on its line, without control characters and unknown escapes,"


def first_fault(text: str) -> tuple[int, str]:
    """The first place at which the text is no JSON, and what is expected there.

    Of a text that is JSON, it is its end, where nothing more is expected. However deep the text, no call is nested.
    """
    closing: list[str] = []
    expected, tokens = _VALUE, _TOKEN.finditer(text)
    while True:
        token = next(tokens)  # nothing at all is a token too, so that there is always one more
        mark = (token[1] or "")[:1]
        if expected in (_KEY, _FIELD) and mark == '"':
            expected = _COLON
        elif expected == _COLON and mark == ":":
            expected = _VALUE
        elif expected in (_VALUE, _ITEM) and mark in _OPENING:
            closing.append(_OPENING[mark])
            expected = _ITEM if mark == "[" else _FIELD
        elif expected in (_VALUE, _ITEM) and mark not in _NO_VALUE:
            expected = _MORE[closing[-1]] if closing else _END
        elif expected not in (_VALUE, _KEY, _COLON) and closing and mark == closing[-1]:
            closing.pop()
            expected = _MORE[closing[-1]] if closing else _END
        elif closing and expected == _MORE[closing[-1]] and mark == ",":
            expected = _VALUE if closing[-1] == "]" else _KEY
        else:
            at = token.end() if token[1] is None else token.start(1)
            no_string = token[1] is None and text[at : at + 1] == '"' and expected not in (_COLON, _END)
            return at, _STRING if no_string else expected
