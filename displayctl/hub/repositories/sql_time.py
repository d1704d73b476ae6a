"""Arithmetic with instants inside the database, in whole microseconds: sums of millions of records stay exact."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class Micros(FunctionElement[int]):
    """Microseconds from 1970 to the instant in a column, as `schedules.instants.ticks` counts them."""

    name = "micros"
    type = BigInteger()
    inherit_cache = True


class Later(FunctionElement[int]):
    """The greatest of some numbers, or of some instants as they are stored."""

    name = "later"
    type = BigInteger()
    inherit_cache = True


class Earlier(FunctionElement[int]):
    """The smallest of some numbers, or of some instants as they are stored."""

    name = "earlier"
    type = BigInteger()
    inherit_cache = True


@compiles(Micros, "sqlite")
def _micros(element: Micros, compiler: Any, **options: Any) -> str:
    # The fraction is read by itself: the database would round it to milliseconds, and the second with it.
    text = compiler.process(element.clauses, **options)
    return f"(strftime('%s', substr({text}, 1, 19)) * 1000000 + substr({text}, 21, 6))"


@compiles(Micros, "postgresql")
def _micros_there(element: Micros, compiler: Any, **options: Any) -> str:
    return f"CAST(extract(epoch FROM {compiler.process(element.clauses, **options)}) * 1000000 AS BIGINT)"


@compiles(Later, "sqlite")
def _later(element: Later, compiler: Any, **options: Any) -> str:
    return f"max({compiler.process(element.clauses, **options)})"


@compiles(Later, "postgresql")
def _later_there(element: Later, compiler: Any, **options: Any) -> str:
    return f"greatest({compiler.process(element.clauses, **options)})"


@compiles(Earlier, "sqlite")
def _earlier(element: Earlier, compiler: Any, **options: Any) -> str:
    return f"min({compiler.process(element.clauses, **options)})"


@compiles(Earlier, "postgresql")
def _earlier_there(element: Earlier, compiler: Any, **options: Any) -> str:
    return f"least({compiler.process(element.clauses, **options)})"
