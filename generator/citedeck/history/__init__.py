"""What was shipped before, and what follows from it: who each note is, since when, and what an import will do.

A lock beside each deck remembers every note that was shipped. `settle` ties facts to their notes before they are
verified; `reckon` makes an edition of the verified deck; `plan` says what changes for a learner.
"""

from citedeck.history.company import Ties, are_apart, ties, ties_at_rest, ties_where_nothing_is_lost
from citedeck.history.edition import Abroad, Edition, reckon
from citedeck.history.inheriting import inherit
from citedeck.history.lock import RETIRED, Layout, Lock, Shipped, digest, newest, shipped, united
from citedeck.history.lockfile import SUFFIX, LockFile, flaw, lock_text, read_lock
from citedeck.history.plan import OUTCOMES, Change, Held, Plan, Step, plan
from citedeck.history.settling import settle, unused_locks
from citedeck.history.strays import lock_path, same_id

__all__ = [
    "OUTCOMES",
    "RETIRED",
    "SUFFIX",
    "Abroad",
    "Change",
    "Edition",
    "Held",
    "Layout",
    "Lock",
    "LockFile",
    "Plan",
    "Shipped",
    "Step",
    "Ties",
    "are_apart",
    "digest",
    "flaw",
    "inherit",
    "lock_path",
    "lock_text",
    "newest",
    "plan",
    "read_lock",
    "reckon",
    "same_id",
    "settle",
    "shipped",
    "ties",
    "ties_at_rest",
    "ties_where_nothing_is_lost",
    "united",
    "unused_locks",
]
