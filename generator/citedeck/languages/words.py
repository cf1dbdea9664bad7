"""Tables of words written as text."""


def words(text: str) -> tuple[str, ...]:
    """The words of a table, which white space parts."""
    return tuple(text.split())


def listed(text: str) -> frozenset[str]:
    """The words and phrases of a table, which commas part."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())
