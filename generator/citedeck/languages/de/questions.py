"""Words for the lints of German questions, and those that name nothing."""

from itertools import product

from citedeck.languages.lints import Lints
from citedeck.languages.words import listed

ARTICLES = listed("der, die, das, des, dem, den, ein, eine, eines, einer, einem, einen")
_DEMONSTRATIVES = listed("dieser, diese, dieses, diesem, diesen")
_PRONOUNS = _DEMONSTRATIVES | listed(
    """
    er, sie, es, ihn, ihm, ihr, ihnen, sein, seine, seines, seiner, seinem, seinen, ihre, ihres, ihrer, ihrem, ihren
    """
)
_AUXILIARIES = listed(
    """
    ist, sind, war, waren, hat, haben, hatte, hatten, wird, werden, wurde, wurden, kann, können, konnte, konnten, muss,
    müssen, musste, mussten, soll, sollen, sollte, sollten, darf, dürfen, durfte, durften, will, wollen, wollte,
    wollten, mag, mögen
    """
)
_QUESTION_WORDS = listed(
    """
    wer, wen, wem, wessen, was, welcher, welche, welches, welchem, welchen, wann, wo, wohin, woher, warum, weshalb,
    wieso, wie, wieviel, womit, wofür, wodurch, worauf, woran, worin, worüber, wovon, wozu, woraus, wogegen
    """
)
_LAST = ("letzte", "letzten", "letztes", "letzter", "vergangene", "vergangenen", "vergangenes", "nächste", "nächsten")
_THIS = ("diese", "diesem", "dieses", "dieser")
_SPANS = ("woche", "monat", "jahr", "jahrzehnt", "jahrhundert")

STOP_WORDS = (
    ARTICLES
    | _PRONOUNS
    | _AUXILIARIES
    | _QUESTION_WORDS
    | listed(
        """
        und, oder, aber, sondern, denn, als, ob, dass, weil, wenn, so, auch, nur, sich, sein, gewesen, worden, in, im,
        ins, an, am, ans, auf, aus, bei, beim, mit, nach, seit, von, vom, zu, zum, zur, für, gegen, ohne, um, durch,
        über, unter, vor, hinter, neben, zwischen, während, wegen, bis, ich, mich, mir, mein, wir, uns, unser, du, dich,
        dir, dein, ihr, euch, man
        """
    )
)

LINTS = Lints(
    question_words=_QUESTION_WORDS,
    determiners=listed("wessen, welcher, welche, welches, welchem, welchen"),
    measures=listed("viel, viele, vielen, lange, lang, alt, weit, oft, groß, hoch, tief, art, arten, sorte"),
    openers=_AUXILIARIES | listed("gibt, gab"),
    addressees=listed("du, sie, ihr"),
    pronouns=_PRONOUNS,
    demonstratives=_DEMONSTRATIVES,
    expletives=listed("es"),
    clause_words=listed("zu, dass, ob, wenn, wer, was, wie, für, bis, um, der, die, das, den, dem"),
    relative_times=frozenset(f"{which} {span}" for which, span in product((*_LAST, *_THIS), _SPANS))
    | listed(
        """
        heute, gestern, vorgestern, jetzt, heutzutage, derzeit, zurzeit, gegenwärtig, momentan, neuerdings,
        kürzlich, neulich, vor kurzem, bis heute, bisher, zur zeit, im moment, in letzter zeit
        """
    ),
    fixed_times=frozenset(
        f"{which} {span} {of}" for which, span, of in product(_LAST, _SPANS, ("des", "der", "von", "vor"))
    )
    | listed("heute noch als"),
    vague_openers=listed(
        """
        was ist mit, was ist über, wie steht es mit, was gilt für, was lässt sich über, was kann man über,
        was weißt du über, erzähle etwas über, was noch
        """
    ),
    ands=listed("und"),
    ors=listed("oder"),
    betweens=listed("zwischen"),
    negations=listed("nicht, kein, keine, keiner, keines, keinem, keinen, außer, ausgenommen"),
    catch_alls=listed(
        """
        alle, keine, keines, beide, keines von beiden, alle genannten, alle der genannten, alle oben genannten,
        keine der genannten, keines der genannten, keine der oben genannten, keine davon, alle davon, alles davon,
        alle antworten, alle antworten sind richtig, keine antwort ist richtig
        """
    ),
    counts=("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    thousands=".",
)
