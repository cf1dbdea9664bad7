"""The commands and environments of TeX that a formula may hold: those that show something, and do nothing else.

They are MathJax's, as its packages base, ams and mhchem have them. None leads anywhere, names a style or a class, or
defines another; what is not in these tables may not stand in a formula.
"""

from __future__ import annotations


def _table(text: str) -> frozenset[str]:
    return frozenset(text.split())


GREEK = _table("""
alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi omicron pi varpi
rho varrho sigma varsigma tau upsilon phi varphi chi psi omega digamma Gamma Delta Theta Lambda Xi Pi Sigma Upsilon
Phi Psi Omega varGamma varDelta varTheta varLambda varXi varPi varSigma varUpsilon varPhi varPsi varOmega
""")

LETTERS = _table("""
hbar hslash ell wp Re Im aleph beth gimel daleth imath jmath partial nabla eth complement Finv Game Bbbk mho backprime
prime infty emptyset varnothing forall exists nexists neg lnot top bot angle measuredangle sphericalangle surd
triangle triangledown blacktriangle blacktriangledown square blacksquare Box Diamond lozenge blacklozenge bigstar
circledS diagup diagdown clubsuit diamondsuit heartsuit spadesuit flat natural sharp checkmark maltese degree yen
circledR S P dagger ddagger
""")

OPERATORS = _table("""
pm mp times div cdot cdotp ldotp ast star circ bullet oplus ominus otimes oslash odot dotplus wedge land vee lor cap
cup sqcap sqcup Cap Cup uplus setminus smallsetminus amalg wr diamond bigcirc bigtriangleup bigtriangledown ltimes
rtimes leftthreetimes rightthreetimes barwedge doublebarwedge veebar curlywedge curlyvee circledast circledcirc
circleddash boxplus boxminus boxtimes boxdot centerdot intercal divideontimes dagger ddagger triangleleft
triangleright lhd rhd unlhd unrhd bmod mod pmod pod
""")

RELATIONS = _table("""
lt gt le leq ge geq ne neq equiv sim simeq approx cong doteq propto prec succ preceq succeq ll gg lll ggg asymp subset
supset subseteq supseteq sqsubset sqsupset sqsubseteq sqsupseteq in ni notin owns vdash dashv models perp mid nmid
parallel nparallel smile frown bowtie Join colon approxeq thickapprox thicksim backsim backsimeq eqsim leqq geqq
leqslant geqslant lessapprox gtrapprox lesssim gtrsim lessgtr gtrless lesseqgtr gtreqless lnapprox gnapprox lneq gneq
lneqq gneqq lnsim gnsim nless ngtr nleq ngeq nleqslant ngeqslant nsim ncong nsubseteq nsupseteq subsetneq supsetneq
subseteqq supseteqq subsetneqq supsetneqq Subset Supset precsim succsim preccurlyeq succcurlyeq curlyeqprec
curlyeqsucc nprec nsucc npreceq nsucceq vDash Vdash Vvdash nvdash nvDash trianglelefteq trianglerighteq ntriangleleft
ntriangleright vartriangleleft vartriangleright vartriangle triangleq circeq bumpeq Bumpeq doteqdot risingdotseq
fallingdotseq therefore because between pitchfork varpropto shortmid shortparallel coloneqq eqqcolon coloneq
""")

ARROWS = _table("""
leftarrow gets rightarrow to leftrightarrow Leftarrow Rightarrow Leftrightarrow longleftarrow longrightarrow
longleftrightarrow Longleftarrow Longrightarrow Longleftrightarrow implies impliedby iff mapsto longmapsto uparrow
downarrow updownarrow Uparrow Downarrow Updownarrow nearrow searrow swarrow nwarrow hookleftarrow hookrightarrow
leftharpoonup leftharpoondown rightharpoonup rightharpoondown rightleftharpoons leftrightharpoons leftleftarrows
rightrightarrows leftrightarrows rightleftarrows upuparrows downdownarrows curvearrowleft curvearrowright
circlearrowleft circlearrowright leadsto rightsquigarrow leftrightsquigarrow dashleftarrow dashrightarrow
twoheadleftarrow twoheadrightarrow leftarrowtail rightarrowtail looparrowleft looparrowright Lsh Rsh upharpoonleft
upharpoonright downharpoonleft downharpoonright multimap nleftarrow nrightarrow nleftrightarrow nLeftarrow nRightarrow
nLeftrightarrow Lleftarrow Rrightarrow restriction
""")

BIG_OPERATORS = _table("""
sum prod coprod int iint iiint iiiint oint intop smallint bigcap bigcup bigsqcup bigvee bigwedge bigodot bigoplus
bigotimes biguplus
""")

FUNCTIONS = _table("""
arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf injlim ker lg lim liminf limsup ln log max
min Pr projlim sec sin sinh sup tan tanh varinjlim varprojlim varliminf varlimsup
""")

DELIMITERS = _table("""
langle rangle lbrace rbrace lbrack rbrack lceil rceil lfloor rfloor lvert rvert lVert rVert vert Vert backslash lgroup
rgroup lmoustache rmoustache ulcorner urcorner llcorner lrcorner uparrow downarrow updownarrow Uparrow Downarrow
Updownarrow
""")

DOTS_AND_SPACES = _table("""
dots ldots cdots vdots ddots dotsb dotsc dotsi dotsm dotso quad qquad enspace thinspace medspace thickspace
negthinspace negmedspace negthickspace nobreakspace space hline
""")

STYLES = _table("""
displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits rm bf it cal sf tt mit Bbb frak scr
""")

SIZED = _table("big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm")
"""What makes the delimiter after it larger."""

ACCENTS = _table("""
acute grave ddot dddot ddddot tilde bar breve check hat vec dot mathring widetilde widehat overline underline
overbrace underbrace overleftarrow overrightarrow overleftrightarrow underleftarrow underrightarrow
underleftrightarrow overparen underparen overbracket underbracket
""")

FONTS = _table("""
mathrm mathbf mathit mathcal mathsf mathtt mathbb mathfrak mathscr mathnormal boldsymbol bold pmb operatorname
operatorname* mathop mathbin mathrel mathord mathopen mathclose mathpunct mathinner
""")

TEXT = _table("text textrm textbf textit textsf texttt textnormal textup mbox hbox ce pu")
"""What holds words, or chemistry and units in mhchem's own spelling, in its braces."""

WITH_ARGUMENTS = {
    **dict.fromkeys((*ACCENTS, *FONTS, *TEXT), 1),
    **dict.fromkeys(_table("sqrt boxed substack xleftarrow xrightarrow not"), 1),
    **dict.fromkeys(_table("frac dfrac tfrac cfrac binom dbinom tbinom stackrel overset underset"), 2),
}
"""How many arguments a command needs."""

WITH_OPTION = _table("sqrt xleftarrow xrightarrow")
"""Those that may have one more, in brackets before the others."""

COMMANDS = frozenset().union(
    *(
        GREEK,
        LETTERS,
        OPERATORS,
        RELATIONS,
        ARROWS,
        BIG_OPERATORS,
        FUNCTIONS,
        DELIMITERS,
        DOTS_AND_SPACES,
        STYLES,
        SIZED,
    ),
    WITH_ARGUMENTS,
)
"""Every command that is a word, without its backslash; `left`, `middle`, `right`, `begin` and `end` stand in pairs."""

SIGNS = frozenset(",:;!> {}|%$#&_")
"""What may stand after a backslash that begins no word."""

ENVIRONMENTS = _table("""
matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix matrix* pmatrix* bmatrix* Bmatrix* vmatrix* Vmatrix* cases
dcases rcases drcases array aligned gathered split
""")
