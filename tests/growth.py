"""How the cost of a function grows with its input: a slope, measured so that a busy machine does not lie."""

import gc
import math
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

SMALL, FACTOR = 8_000, 8
STEEPEST = 1.5
"""Log-log slope: linear is 1, quadratic 2. The room is for short times, tracing and a noisy machine."""

_SHORTEST = 2e-4
"""Seconds: what is shorter is all noise."""


def cost(function: Callable[[T], object], given: T) -> float:
    """CPU time, without the collector, whose pauses grow with everything else in the process.

    The best of three; of one where it takes a second.
    """
    times: list[float] = []
    gc.disable()
    try:
        for _ in range(3):
            start = time.process_time()
            function(given)
            times.append(time.process_time() - start)
            if times[-1] > 1:
                break
    finally:
        gc.enable()
    return max(min(times), _SHORTEST)


def grows_in_proportion(function: Callable[[T], object], make: Callable[[int], T], small: int = SMALL) -> bool:
    """True when `FACTOR` times the size costs about `FACTOR` times as much; a noisy measurement gets more tries.

    What grows with the square never passes: its slope is 2 at every try.
    """
    function(make(small // 8))
    low, high = make(small), make(small * FACTOR)
    return any(math.log(cost(function, high) / cost(function, low), FACTOR) < STEEPEST for _ in range(4))
