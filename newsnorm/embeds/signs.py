"""What stands right beside a sign: a text is searched for one character in a thirtieth of the time two would take."""

from itertools import pairwise

__all__ = ["followed", "led", "may_call"]


def followed(text: str, sign: str, by: tuple[str, ...]) -> bool:
    """True where the sign, one character, has one of these right behind it.

    >>> followed("R&D, fish &amp; chips", "&", ("amp;",)), followed("R&D", "&", ("amp;",))
    (True, False)
    """
    return sign in text and any(part.startswith(by) for part in text.split(sign)[1:])


def led(text: str, sign: str, by: tuple[str, ...]) -> bool:
    """True where the sign has one of these right before it.

    >>> led("show(); It rained.", ";", (")",)), led("It rained; it stopped.", ";", (")",))
    (True, False)
    """
    return sign in text and any(part.endswith(by) for part in text.split(sign)[:-1])


_CALLED = ("function", "push", "display", "pubads", "enableServices")
_GIVEN = ("function", "typeof", "window", "document", "screen", "!", '"', "'", "new ")
_FAR = 20
"""So much is looked at beside a bracket, in code points, blanks included."""

_OWNER, _NAME = "OBR.extern.", 60
"""A loader whose calls have any name, so long at most."""


def may_call(text: str) -> bool:
    """False for a text that assigns nothing and calls nothing as a loader does: brackets stand in prose too.

    >>> may_call("The mayor (a sailor) left."), may_call("It rained.(function () { count(1) })()")
    (False, True)
    """
    if "=" in text:
        return True
    for before, behind in pairwise(text.split("(")):
        if behind[:_FAR].lstrip().startswith(_GIVEN) or before[-_FAR:].rstrip().endswith(_CALLED):
            return True
        if _OWNER in before[-_NAME:]:
            return True
    return False
