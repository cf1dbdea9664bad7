"""Texts as YAML that can be pasted into a deck."""

import json


def pasted(text: str) -> str:
    """A text on one line in double quotes, which YAML reads as JSON does."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
