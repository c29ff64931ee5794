"""The document as JSON and back, with versions: what stands inside a .lecture file."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import Any

from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.strategies import configure_tagged_union

from studio.errors import BadFileError
from studio.lecture import Lecture, Visual
from studio.numbers import ratio, ratio_text
from studio.validation import problems

SCHEMA = 3
"""Raised with every change of the document that an older program would misread."""

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: lambda document: document,  # what 2 added may be missing: stale recordings, pages drawn elsewhere
    2: lambda document: document,  # pairs of objects, how things arrive, models
}
"""From schema n to n + 1, by n."""


_BROKEN = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What comes of JSON that is no document: letters for numbers, lists for records, a million brackets."""


def dumps(lecture: Lecture) -> str:
    """The document as JSON text."""
    return json.dumps(_converter().unstructure(lecture), ensure_ascii=False, separators=(",", ":"))


def loads(text: str, schema: int = SCHEMA) -> Lecture:
    """The document in JSON text of a schema; BadFileError where it is none or makes no sense.

    Of a newer schema what is not known here is left out: such a lecture is to be looked at only.
    """
    try:
        data = json.loads(text)
        for version in range(schema, SCHEMA):
            data = MIGRATIONS[version](data)
        lecture = _converter(strict=schema <= SCHEMA).structure(data, Lecture)
    except (BaseValidationError, *_BROKEN) as error:
        raise BadFileError(
            "The lecture inside this file is damaged; open an older copy.", repr(error)
        ) from error
    wrong = problems(lecture)
    if wrong:
        raise BadFileError(f"The lecture cannot be used: {wrong[0]}", "\n".join(wrong[:100]))
    return lecture


@lru_cache(maxsize=2)
def _converter(strict: bool = True) -> Converter:
    converter = Converter(forbid_extra_keys=strict)
    converter.register_unstructure_hook(Fraction, ratio_text)
    converter.register_structure_hook(Fraction, lambda value, _: ratio(value))
    configure_tagged_union(Visual, converter, tag_name="kind")
    return converter
