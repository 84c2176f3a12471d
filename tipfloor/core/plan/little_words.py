"""The words that name nobody, in the four languages of the meetings, folded."""

from __future__ import annotations

CONJUNCTIONS = frozenset({"and", "y", "e", "et"})

ARTICLES = frozenset(
    {"the", "el", "la", "los", "las", "lo", "o", "a", "os", "as", "le", "les", "l"}
    | {"al", "ao", "aos", "au", "aux"}
)
"""Articles, those with a preposition in them included."""

EITHER = frozenset({"o"})
"""Articles that are "or" in another of the languages, where they stand between two names."""

PREPOSITIONS = frozenset(
    {"of", "to", "by", "from", "de", "del", "do", "da", "dos", "das", "du", "des", "d"}
)

LITTLE = CONJUNCTIONS | ARTICLES | PREPOSITIONS

BEHALF = (
    ("on", "behalf"),
    ("in", "the", "name"),
    ("en", "nombre"),
    ("a", "nombre"),
    ("en", "representacion"),
    ("em", "nome"),
    ("em", "representacao"),
    ("au", "nom"),
    *((word,) for word in ("for", "por", "pour", "pelo", "pela", "pelos", "pelas")),
)
"""How "on behalf of" is said, without the preposition behind it."""

SAINTS = frozenset({"saint", "sainte", "st", "ste", "san", "santa", "santo", "sta", "sto", "sao"})

SAINT = "saint"

SAINTS_JOINED = ("st", "ste", "sta")
"""Those that are typed without a blank behind them."""

REPUBLICS = frozenset({"republic", "republica", "republique", "rep"})

OTHER_WORDS = frozenset(
    {"am", "are", "at", "be", "by", "com", "con", "est", "in", "is", "it", "me", "my", "na", "ni"}
    | {"no", "nor", "not", "par", "para", "sem", "sin", "so", "to", "es", "without", "with"}
)
"""Words that begin the name of a state or are the code of one, and that sentences are full of."""

KINDS_OF_STATE = frozenset(
    {"saint", "republic", "commonwealth", "mancomunidad", "comunidade", "union", "uniao"}
    | {"state", "states", "estado", "estados", "etat", "etats", "city", "ciudad", "cidade", "cite"}
    | {"united", "unido", "unidos", "unida", "unidas", "uni", "unis", "unie", "unies"}
    | {"kingdom", "reino", "royaume", "principality", "principado", "principaute"}
    | {"federation", "federacion", "federacao", "confederation", "confederacion", "confederacao"}
    | {"federal", "federale", "federative", "federativa", "democratic", "democratica"}
    | {"democratique", "people", "peoples", "popular", "populaire", "socialist", "socialista"}
    | {"islamic", "islamica", "islamique", "arab", "arabe", "cooperative", "cooperativa", "co"}
    | {"operative", "north", "northern", "norte", "nord", "south", "southern", "sur", "sul", "sud"}
    | {"east", "eastern", "este", "leste", "west", "western", "oeste", "ouest", "oriental"}
    | {"orientale", "occidental", "central", "centrale", "new", "nueva", "nuevo", "nova", "novo"}
    | {"nouvelle", "island", "islands", "isla", "islas", "ilha", "ilhas", "ile", "iles"}
    | {"great", "gran", "grande", "gra", "upper", "lower"}
)
"""Words that say what a state is, or which of two, and never alone which state."""
