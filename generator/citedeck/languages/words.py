"""Tables of words written as text."""


def words(text: str) -> tuple[str, ...]:
    """The words of a table, which white space parts."""
    return tuple(text.split())
