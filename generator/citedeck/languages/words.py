"""Tables of words written as text."""

from collections.abc import Collection, Mapping

_ALIKE = str.maketrans("İıſ", "iis")


def words(text: str) -> tuple[str, ...]:
    """The words of a table, which white space parts."""
    return tuple(text.split())


def listed(text: str) -> frozenset[str]:
    """The words and phrases of a table, which commas part."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


def as_listed(found: str) -> str:
    """The word of a table for what a pattern found that ignores case; İ and ı are i to such a pattern, and ſ is s."""
    if not found.isascii() and any(letter in found for letter in "İıſ"):
        found = found.translate(_ALIKE)
    return found.lower()


def units(table: str, prefixes: Mapping[str, str], prefixed: Collection[str]) -> dict[str, str]:
    """Every name of a unit with its symbol (`matching/measures.py`), from lines such as “m: metre, metres”.

    The units whose symbols are in `prefixed` have names with prefixes too: kilometre is km.
    """
    lines = (line.split(": ") for line in table.strip().split("\n"))
    base = {name: symbol for symbol, names in lines for name in names.split(", ")}
    longer = {
        f"{prefix}{name}": f"{sign}{symbol}"
        for prefix, sign in prefixes.items()
        for name, symbol in base.items()
        if symbol in prefixed
    }
    return {**base, **longer}
