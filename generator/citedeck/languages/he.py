"""Hebrew."""

from citedeck.languages.bounds import Bounds, Proclitics
from citedeck.languages.language import Language

# Their first letter stands after another proclitic too, as in הוועדה, so it is their own.
_WHOLE = """
    ודא ודאו ודאות ודאי וגאס וגנר והב וולקן ורבורג ורד ורדו ורוד ורוניק וריאצי וריד ורמוט ורמאכט ורנר ורסאי ורשה
    ושינגטון ותיק ותיקן ותק וטו וטרינר וטרן ולדימיר ולדורף ולדיוווסטוק ולטר ולנטי ולנסי ולנטינ ולס ולריה ולרי
    ולפסון ועד ועדה ועדת ועיד ונדל ונדליז ונוס ונטיל ונטילצי ונטור ונציה ונצואל ונקובר וסל וסרמן וסת ופל וקטור
    וקסמן וקום וקסמ ורטהיימר ורטיקל ורטיגו ולנטיין ורסי ורסיה ורבל ולקני ורגאס וקנין ולד ולדנ וסט
    בריטני בריטי בריטים ברית ביטחון בטחון בחירות בחיר בנק ברלין בלגי ברזיל בגדד בולגרי בודפשט ביולוגי בעי בריא בריאות
    בטון בניין בנייני בוסטון ברצלון בייג'ינג ביזנטי בלתי ברזל במאי בסיס ביצה בימאי בוקר ברכה בהמה בשורה בקשה בתול
    לונדון לבנון לימוד לשון לשונ לוב ליברל לטבי ליטא לוקסמבורג לייבציג ליגה לאומי לאומ לידה לחימה לקוח למידה ליבה לוח
"""

_DOUBTFUL = "ב ל מ כ ש ה וב ול ומ וכ וש וה שב של שמ מה שה כש כשב כשה לכש"
_BEFORE_NUMBERS = "ב ל מ ה ו ש וב ול ומ וה וש"  # not כ, which makes “about twenty” of twenty
_WORD_ENDINGS = "ה ת ות ים י יה יות יים ו ן ם נו ך כם הן הם יהם יו ית תי תו תם תה תנו"

HEBREW = Language(
    tag="he",
    bounds=Bounds(
        proclitics=Proclitics(
            article="ה",
            before_article=("ו", "וש", "כש", "וכש", "לכש"),
            conjunction="ו",
            # So begin what follows a ו of the word's own: וושינגטון, ויכוח, ואדי.
            unlike=("ו", "י", "א"),
            likely=("ב", "ל", "וב", "ול"),
            doubtful=tuple(_DOUBTFUL.split()),
            before_numbers=tuple(_BEFORE_NUMBERS.split()),
            joints="-\u05be",
            whole=tuple(_WHOLE.split()),
            word_endings=tuple(_WORD_ENDINGS.split()),
        ),
    ),
)
