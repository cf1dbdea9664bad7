"""Codes of history: what was shipped before, and what would cost its learners their reviews."""

from citedeck.codes.explanation import Explanation

HISTORY: dict[str, Explanation] = {
    "gap-moved": Explanation(
        "a gap would take over the card of another one",
        "Anki knows the card of a gap by its number alone. Gaps without numbers are numbered by their places, so a gap "
        "put before others, or taken out, would hand its reviews to its neighbour.",
        "Paste the text that the message gives: it has the numbers that were shipped. Of a list, make one change in a "
        "build: reword, or add and take out.",
    ),
    "was-living": Explanation(
        "`was` names a fact that is there",
        "`was` is for ids that a fact had before: it keeps the note of that id. A fact that is there has that note "
        "itself.",
        "Take the id out of `was`, or take the other fact out of the deck.",
    ),
    "moved-fact": Explanation(
        "a fact may be one that just left, under its id or another",
        "A fact of the same id was shipped with another deck and is gone there, or one that asks the same is gone; or "
        "a deck or a lock in which it may have been cannot be read. If it is the same, its note must come along, or "
        "its reviews stay behind; if it is another one, it must not have them.",
        "Say which: paste the `was:` or the `guid:` that the message gives, or give the fact another id or question.",
    ),
    "exchanged-fact": Explanation(
        "a fact stands under the id of another one",
        "A fact is known by its id: whatever stands under it has its reviews. Now there stands what another fact was "
        "shipped with, so ids were exchanged, or numbered anew.",
        "Give each fact its own id back: ids need no order. Or say whose reviews a fact has with `guid:`.",
    ),
    "exchanged-sides": Explanation(
        "the two cards of a fact have exchanged what they ask",
        "Anki knows a card by its place in the note. With question and `reverse`, or `term` and `meaning`, exchanged, "
        "each card would have the reviews of the other.",
        "Put the two back in their order: a learner is asked for both anyway.",
    ),
    "replaced-fact": Explanation(
        "nothing is left of the fact that was shipped under an id",
        "It asks and quotes something else, or all answers of its list are others. A fact is known by its id, so it "
        "keeps the reviews of what stood there before, and a learner may not see the new one for months.",
        "If it is another fact, give it an id of its own, and it begins anew. If it is the same in other words, build; "
        "or say so for good with the `guid:` that the message gives.",
        "warning",
    ),
    "guid-of-another-type": Explanation(
        "a fact adopts a note of the other note type",
        "A note of Anki cannot change its type: an import would leave the old one as it is for ever.",
        "Take the `guid:` out: the fact gets a note of its own.",
    ),
    "guid-unknown": Explanation(
        "a fact leaves its note for one that no lock knows",
        "The fact was shipped under another guid than it says now, and nothing was ever shipped under that: it would "
        "begin anew, and its reviews would stay with the old note.",
        "Paste the guid again, or take it out.",
        "warning",
    ),
    "was-unknown": Explanation(
        "a former id that was never shipped",
        "The fact is new in its deck, and no lock knows any of the ids that its `was` names, so it begins anew.",
        "Look whether the id is misspelled. If the fact is really new, take `was` out.",
        "warning",
    ),
    "lock-broken": Explanation(
        "a lock cannot be read",
        "The lock of a deck remembers what was shipped. What it would say instead of a broken line is anybody's guess, "
        "and a wrong guess costs reviews.",
        "Get the file back from version control; or delete it: the package that was built last stands in for it, or "
        "the one that `citedeck build --since` names.",
    ),
    "shared-lock": Explanation(
        "two decks would have one lock",
        "A lock stands beside its deck, under the deck's name. Of two files that differ in their endings alone, "
        "each build would take the other's lock for its own.",
        "Rename one of the two files.",
    ),
    "lock-newer": Explanation(
        "a newer citedeck wrote the lock",
        "It may say things that this one does not understand, and they decide whose reviews stay.",
        "Update citedeck.",
    ),
    "lock-duplicate": Explanation(
        "a guid stands in a lock twice",
        "A guid is a note. No build writes it twice; nobody can say which of the two lines was shipped.",
        "Get the file back from version control.",
    ),
    "lock-of-another-deck": Explanation(
        "a lock beside a deck is that of another one",
        "A lock belongs to the deck of its name, and says the deck's id. Somebody renamed one of the two, or changed "
        "the deck's `id`.",
        "Give the deck the `id:` it had: its notes are known by it. Or put the lock where it belongs.",
    ),
    "lock-conflicted": Explanation(
        "git left a lock in conflict",
        "Both sides are sound: they are put together note by note, and what was shipped later counts. Where both were "
        "shipped in the same second, the note is stamped anew.",
        "Build: that writes the lock as it should be. Then commit it.",
        "warning",
    ),
    "lock-lost": Explanation(
        "a deck that was built has no lock",
        "The package that was built last stands in for it. Learners may have a later one, so every note is stamped "
        "anew: it replaces what they changed in Anki, but costs no review.",
        "Get the lock back from version control, if it is there. Else build, and commit the new one.",
        "warning",
    ),
    "lock-unused": Explanation(
        "a lock is there without its deck",
        "A deck that is gone leaves its lock. As long as that is there, facts that move to other decks keep their "
        "notes.",
        "Delete the lock, once its facts are where they should be.",
        "warning",
    ),
}
