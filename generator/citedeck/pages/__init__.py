"""Templates of what people see, as files: HTML and CSS."""

from functools import cache


@cache
def template(name: str) -> str:
    """The text of a template by its path in this folder, such as `anki/card.css`."""
    from importlib.resources import files

    return files(__name__).joinpath(*name.split("/")).read_text(encoding="utf-8")
