"""Files as no program and no person writes them: torn, doubled, nested without end, and just noise."""

from hypothesis import strategies as st

TOKENS = (
    b"[", b"]", b"[[", b"]]", b"{", b"}", b"=", b".", b",", b'"', b"'", b'"""', b"'''", b"#", b"\n", b"\r", b"\r\n",
    b"\\", b"\\u", b"\x00", b"\xff", b"\xef\xbb\xbf", b"nan", b"-inf", b"true", b"1e999", b"-", b"+1", b"0x1f",
    b"99999999999999999999", b"2026-13-45", b"12:00:00", b"a", b"\xc3\xa5", b"a\xcc\x8a", b"\xe2\x80\xae",
    b"format = 1\n", b"format = 2\n", b"[svar]\n", b"[[svar]]\n", b"[[punkt]]\n", b'punkt = "../x"\n', b"id = 1\n",
    b"[bedomning]\n", b"[checklista]\n", b'status = "klar"\n', b"grad = [[]]\n",
    b"om = { alla = [{ inte = { punkt = 1 } }] }\n", b'bygger_pa = "../../x@1"\n',
)  # fmt: skip
"""Pieces of TOML, and of our own language, that mean something in the wrong place."""

noise = st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(TOKENS), max_size=40).map(b"".join))


def torn(whole: bytes) -> st.SearchStrategy[bytes]:
    """A right file with up to four things done to it: a piece cut out, doubled, moved, or noise put in."""
    place = st.integers(0, len(whole))
    act = st.tuples(st.sampled_from(["cut", "double", "put", "over"]), place, place, st.sampled_from(TOKENS) | noise)

    def apply(acts: list[tuple[str, int, int, bytes]]) -> bytes:
        raw = whole
        for kind, one, other, piece in acts:
            start, end = sorted((one, other))
            end = min(end, start + 400)
            match kind:
                case "cut":
                    raw = raw[:start] + raw[end:]
                case "double":
                    raw = raw[:end] + raw[start:]
                case "put":
                    raw = raw[:start] + piece + raw[start:]
                case _:
                    raw = raw[:start] + piece + raw[start + len(piece) :]
        return raw

    return st.lists(act, min_size=1, max_size=4).map(apply)


MANY = 30_000

ENDLESS = {
    "listor i listor": b"a = " + b"[" * 100_000 + b"]" * 100_000,
    "tabeller i tabeller": b"a = " + b"{a = " * 50_000 + b"1" + b"}" * 50_000,
    "en nyckel av punkter": b"a" + b".a" * 100_000 + b" = 1",
    "ett huvud av punkter": b"[" + b"a." * 50_000 + b"a]\n",
    "bara klamrar": b"[" * 5_000_000,
    "bara citattecken": b'"' * 5_000_000,
    "en text utan slut": b'x = """' + b"a\n" * 2_000_000,
    "en lång text": b'format = 1\nx = "' + b"a" * 9_000_000 + b'"',
    "en fil som är för stor": b"#" * 10_000_001,
    "ett tal utan slut": b"x = " + b"9" * 1_000_000,
    "en lång lista": b"x = [" + b"1," * 500_000 + b"]",
    "många tabeller": b"".join(b"[t%d]\n" % number for number in range(MANY)),
    "många okända nycklar": b"format = 1\n[bedomning]\n" + b"".join(b"k%d = 1\n" % number for number in range(MANY)),
    "många fel": b'format = 1\n[bedomning]\nid = "x"\n' + b'[[svar]]\npunkt = "q"\ngrad = "x"\n' * MANY,
    "många frågor": b"format = 1\n" + b"".join(b'[[avsnitt]]\n[[avsnitt.punkt]]\nid = "%d"\n' % n for n in range(MANY)),
}
"""Documents made to take all memory or all time, each by another way in."""
