"""The outcome of a check: facts with figures, each right or wrong."""

from dataclasses import dataclass
from typing import Callable, Iterator

from components import Components
from layout import Layout


@dataclass(frozen=True)
class Fact:
    """One thing measured: whether it is as the decree wants it, and the figures."""

    right: bool
    text: str


Check = Callable[[Layout, Components], Iterator[Fact]]


def within(value: float, bounds: tuple[float, float], tolerance: float = 0.0) -> bool:
    return bounds[0] - tolerance <= value <= bounds[1] + tolerance


def short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."
