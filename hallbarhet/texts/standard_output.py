"""What is said when what a command gives cannot be passed on."""


def not_given(is_full: bool, reason: str | None) -> str:
    if is_full:
        return "Det gick inte att skriva allt på standard ut: disken är full. Gör plats och kör kommandot igen."
    return f"Det gick inte att skriva allt på standard ut ({reason}). Kör kommandot igen."
