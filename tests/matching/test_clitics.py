"""What is written to a word and may be left off, language by language: each text shows the stretch in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.languages import LANGUAGES
from citedeck.matching.tokens import bounded, widened

WHOLE = [
    # Arabic: a conjunction; the article; a preposition before the article or a word that stands elsewhere
    ("ar", "زار الرسام و[جورج] المدينة"),
    ("ar", "القاهرة و[الإسكندرية]"),
    ("ar", "[القاهرة] والإسكندرية"),
    ("ar", "وال[إسكندرية] بعيدة"),
    ("ar", "سافر ب[القطار]"),
    ("ar", "سافر بال[قطار]"),
    ("ar", "كتاب لل[أطفال]"),
    ("ar", "ولل[أطفال] كتاب"),
    ("ar", "وصل إلى لندن وعاش ب[لندن]"),
    ("ar", "بين 1990 و[1995]"),
    ("ar", "عمل في ناسا و[NASA]"),
    ("ar", "يسمى بـ[غورو]"),
    ("ar", "يسمى بـــ[غورو]"),
    ("ar", "[وزير] الزراعة"),
    ("ar", "مُهَنْدِس و[مُعَلِّم]"),
    ("ar", "على[المدينة] الكبيرة"),
    ("ar", "عندما[وصل] القطار"),
    ("ar", "أقل[120] متر"),
    ("ar", "فنانون[المدينة] قليلون"),
    ("ar", "[فنانون]المدينة قليلون"),
    ("ar", "في متحف كبير ومركز صغير، في[مركز] آخر، مركز"),
    # Hebrew
    ("he", "ספר ו[מחברת] חדשה"),
    ("he", "הספר ו[המחברת]"),
    ("he", "נוסד ב-[1948] בעיר"),
    ("he", "נוסד ב־[1948] בעיר"),
    ("he", "המאה ה-[20] הסתיימה"),
    ("he", "גר ב[חיפה], ואחר כך עזב את חיפה"),
    ("he", "[חיפה] ותל אביב"),
    ("he", '[צה"ל] הודיע'),
    # Turkish
    ("tr", "[İstanbul]'da yaşadı"),
    ("tr", "[İstanbul]’un nüfusu"),
    ("tr", "[1923]'te kuruldu"),
    ("tr", "[1990]'da kuruldu"),
    ("tr", "[NATO]'nun üyesi"),
    ("tr", "[Marie Curie]'ye verildi"),
    ("tr", "[Kennedy]'lerin evi"),
    ("az", "[NATO]-nun üzvü"),
    # a colon or a hyphen
    ("fi", "[EU]:n jäsen"),
    ("fi", "[USA]:ssa asuva"),
    ("fi", "[Bordeaux]’ssa asuva"),
    ("sv", "[EU]:s regler"),
    ("da", "[EU]'s regler"),
    ("da", "en ny [tv]-en"),
    ("no", "[NRK]-s sendinger"),
    ("nb-NO", "[NRK]-s sendinger"),
    ("hu", "a [NATO]-nak küldött"),
    ("hu", "[1990]-ben alapult"),
    ("pl", "rezolucja [ONZ]-u"),
    ("ro", "noul [site]-ul al orașului"),
    ("ro", "într-[o casă] veche"),
    ("ro", "Dintr-[un sat] mic"),
    ("ro", "[într-o casă] veche"),
    # Korean
    ("ko", "[서울]에서 태어났다"),
    ("ko", "[서울]은 수도이다"),
    ("ko", "[서울]의 인구"),
    ("ko", "[서울]로 갔다"),
    ("ko", "[부산]으로 갔다"),
    ("ko", "[제주]를 떠났다"),
    ("ko", "[1950년]에 시작"),
    ("ko", "[1950]에서 1953까지"),
    ("ko", "[NATO]는 동맹이다"),
    ("ko-KR", "[사과]는 빨갛다"),
    ("ko", "위원회 위원장과 [위원회]의 결정"),
    # elsewhere: nothing is needed
    ("vi", "thành phố [Hà Nội] lớn"),
    ("hi", "[दिल्ली] में।"),
    ("el", "στην [Αθήνα]."),
    ("es", "¿[Madrid]?"),
    ("fr", "l’[Espagne]"),
    ("en", "l’[Espagne]"),
    ("fa", "[می‌خواهم] بروم"),
]

CUT = [
    # Arabic: the letter belongs to the word
    ("ar", "و[لد] صغير"),
    ("ar", "و[زير] الزراعة"),
    ("ar", "ال[و]زير"),
    ("ar", "الو[زير] الجديد"),
    ("ar", "و[صولهم] إلى المدينة"),
    ("ar", "و[الدته] مريضة"),
    ("ar", "و[اشنطن] عاصمة"),
    ("ar", "و[يليام] ملك"),
    ("ar", "ب[ريطانيا] العظمى"),
    ("ar", "ك[تاب] جديد"),
    ("ar", "ل[بنان] بلد"),
    ("ar", "ف[رنسا] بلد"),
    ("ar", "ك[اليفورنيا] ولاية"),
    ("ar", "بال[تزام] كامل"),
    ("ar", "ال[تزام] كامل"),
    ("ar", "المدر[سة] بعيدة"),
    ("ar", "[المدرس]ة بعيدة"),
    ("ar", "القاهرة [و]الإسكندرية"),
    ("ar", "ب[لندن] عاش"),
    ("ar", "كوفيد[19] خطير"),
    ("ar", "الرأسم[الية] نظام"),
    ("ar", "مح[ـمد]"),
    ("ar", "محـ[ـمد]"),
    ("ar", "ف[16]"),
    ("ar", "يسمى بـ[ـغورو]"),
    # Hebrew
    ("he", "י[לד] קטן"),
    ("he", "ו[עדה] חדשה"),
    ("he", "ו[ושינגטון] הבירה"),
    ("he", "ב[רלין] עיר"),
    ("he", "ה[יסטוריה] ארוכה"),
    ("he", "כ-[20] אנשים"),
    ("he", '[צה]"ל הודיע'),
    ("he", "תל-[אביב] עיר"),
    # Turkish: the ending alone, no ending, another number; in another language
    ("tr", "İstanbul['da] yaşadı"),
    ("tr", "İstanbul'[da] yaşadı"),
    ("tr", "[Xi]'an kenti"),
    ("tr", "[Qur]'an kitabı"),
    ("tr", "O'[Brien] geldi"),
    ("tr", "[1990]'larda kuruldu"),
    ("tr", "[5]'inci madde"),
    ("tr", "[19]’uncu yüzyıl"),
    ("en", "[Xi]'an is old"),
    ("en", "[O]'Brien left"),
    ("en", "[Qur]'an"),
    ("en", "[Hawai]'i is far"),
    ("en", "[İstanbul]'da"),
    ("en", "[NATO]-nak"),
    ("fi", "EU[:n] jäsen"),
    ("fi", "EU:[n] jäsen"),
    ("fi", "[5]:s luokka"),
    ("fi", "[lähi]-itä"),
    ("sv", "[2]:a plats"),
    ("hu", "[1990]-es évek"),
    ("hu", "[Stratford]-on-Avon"),
    ("hu", "NATO-[nak] küldött"),
    ("de", "[20]-jährig"),
    ("ru", "[1990]-х годов"),
    ("ro", "[a]-și"),
    ("ro", "[s]-a născut"),
    ("ro", "n-[a plecat]"),
    ("ro", "non-[UE]"),
    # Korean
    ("ko", "[사]과는 빨갛다"),
    ("ko", "[국]가는 크다"),
    ("ko", "[고양]이 한 마리"),
    ("ko", "[민주주]의 국가"),
    ("ko", "[카이]로 시내"),
    ("ko", "[김정]은 위원장"),
    ("ko", "서[울]에서"),
    ("ko", "서울[에서]"),
    ("ko", "[서]울에서"),
    ("ko", "[5]만 명"),
    ("ko", "[5]도 높다"),
    ("ko", "[대]만은 섬이다"),
    ("ko", "[서울]를"),
    # elsewhere
    ("fa", "می‌[خواهم] بروم"),
    ("fa", "[می]‌خواهم بروم"),
    ("hi", "[हिन्]दी"),
    ("hi", "हि[न्दी]"),
    ("ja", "イン[ド]ネシア"),
    ("th", "เ[ก่า]"),
]


def _stretch(marked: str) -> tuple[str, int, int]:
    return marked.replace("[", "").replace("]", ""), marked.index("["), marked.index("]") - 1


@pytest.mark.parametrize(("language", "marked"), WHOLE)
def test_may_be_left_off(language: str, marked: str) -> None:
    assert bounded(*_stretch(marked), language)


@pytest.mark.parametrize(("language", "marked"), CUT)
def test_may_not_be_left_off(language: str, marked: str) -> None:
    assert not bounded(*_stretch(marked), language)


_TEXT = st.text(
    st.sampled_from("aE0 5.,-:'’\u0301\u200d\u200f\u0640والبכשה-־\"서울은가로ไเ京点🇫👍🏽ñ"), min_size=1, max_size=30
)


@given(st.sampled_from([*LANGUAGES, "xx"]), _TEXT, st.data())
def test_the_widened_stretch_is_bounded_and_stays(language: str, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    left, right = widened(text, start, end, language)
    assert left <= start
    assert end <= right
    assert bounded(text, left, right, language)
    assert widened(text, left, right, language) == (left, right)


@pytest.mark.parametrize("language", [*LANGUAGES, "xx"])
@pytest.mark.parametrize(
    "marked", ["non-[EU]", "O'[Brien]", "[Xi]'an", "[Qur]'anic", "Rock-a-[Nore]", "10[66]", "[stone]masons"]
)
def test_no_language_parts_an_english_word(language: str, marked: str) -> None:
    assert not bounded(*_stretch(marked), language)
