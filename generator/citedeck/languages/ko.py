"""Korean."""

from citedeck.languages.bounds import Bounds, Particles
from citedeck.languages.language import Language

# Neither 도, “also”, nor 만, “only”: they say something of the word, and end too many (제주도, 속도, 대만, 백만).
_AFTER_CONSONANT = """
    은 이 을 과 과는 과의 이나 이라 이라는 이라고 이며 이었다 이었으며 으로 으로는 으로도 으로의 으로부터 으로서 으로써
"""
_AFTER_VOWEL = "는 가 를 와 와는 와의 라는 라고 였다 였으며"
_AFTER_VOWEL_OR_L = "로 로는 로도 로의 로부터 로서 로써"
_AFTER_ANY = """
    의 에 에는 에도 에만 에서 에서는 에서도 에서의 에서만 에서부터 에게 에게는 에게도 에게서 한테 께서
    까지 까지의 까지는 까지도 부터 부터는 부터의 마저 조차 밖에 보다 보다는 처럼 만큼 뿐만 이다 입니다
"""
_AFTER_NUMBERS = "은 는 이 가 을 를 의 에 에는 에서 에서는 부터 까지 까지의 와 과 로 으로 이다 이며 보다"

_WHOLE = """
    주의 회의 전문의 주치의 불가사의 하는 되는 시키는 만드는 김정은 위키백과 대백과 산부인과 정신과 사이다
    레이다 십자가 오메가 정치가 만화가 연구가 종교가 애호가 안무가 번화가 작사가 투자가 말라가 여름휴가 고속도로
    활주로 교차로 원자로 을지로 충무로 메트로 매크로 삿포로 아폴로 카이로 몬테네그로 오슬로 버팔로 마시멜로
    미켈란젤로 도나텔로 안젤로 파블로 디아블로 페드로 카스트로 로메로 피사로 피에로 리베로 유니클로 카를로
    코타로 고양이 어린이 엉덩이 쌍둥이 귀염둥이 바람둥이 호랑이 겨드랑이 젊은이 늙은이 글쓴이 원숭이 목걸이
    귀걸이 옷걸이 걸음걸이 손잡이 길잡이 왼손잡이 총잡이 돌연변이 지팡이 곰팡이 달팽이 떡볶이 난쟁이 멋쟁이
    겁쟁이 점쟁이 개구쟁이 대장장이 꼬맹이 돌멩이 알갱이 소용돌이 놀이 웅덩이 구덩이 모퉁이 주둥이 몽둥이 궁둥이
    방망이 지렁이 구렁이 올챙이 부엉이 몸뚱이 칸막이 돈벌이 맞벌이 집들이 미치광이 눈높이 길이 높이 넓이 깊이
    오키나와 여호와 가와 카와 벨기에 이노우에 한꺼번에 단숨에 그대로 이대로 실제로 절대로 제대로 스스로 대체로
"""

KOREAN = Language(
    tag="ko",
    bounds=Bounds(
        particles=Particles(
            after_consonant=tuple(_AFTER_CONSONANT.split()),
            after_vowel=tuple(_AFTER_VOWEL.split()),
            after_vowel_or_l=tuple(_AFTER_VOWEL_OR_L.split()),
            after_any=tuple(_AFTER_ANY.split()),
            after_numbers=tuple(_AFTER_NUMBERS.split()),
            whole=tuple(_WHOLE.split()),
        ),
    ),
)
