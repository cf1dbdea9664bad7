"""A citation is hidden only where there is something to hide."""

from __future__ import annotations

import unicodedata
from json.encoder import encode_basestring

from hypothesis import given
from hypothesis import strategies as st

from citedeck.markup import to_hidden
from citedeck.notes.citation import hides_nothing

_LIVELY = st.lists(st.sampled_from([*'&<>[{"\\e\u0301\u0338\x7f\x00\n', "sound:", "[sound:", "{{c1::", "é", "日本"]))


@given(st.text() | _LIVELY.map("".join))
def test_what_hides_nothing_stays_as_it_is(text: str) -> None:
    written = unicodedata.normalize("NFC", f'{{"quotes": [{{"exact": {encode_basestring(text)}}}]}}')
    assert not hides_nothing(written) or to_hidden(written) == written
