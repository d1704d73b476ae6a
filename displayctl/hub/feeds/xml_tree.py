"""XML from strangers as a tree: no document types, no entities of their own, and bounds on size, depth and count."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from displayctl.hub.feeds.warning import NotAWarning

LARGEST_BYTES = 2 << 20
DEEPEST = 32
MOST_ELEMENTS = 30_000
MOST_ATTRIBUTES = 32
CHUNK_BYTES = 16 << 10
LONGEST_TOKEN_BYTES = 64 << 10
"""A tag or a comment that is longer is not read to its end: its parts would fill the memory."""


def read_xml(body: bytes) -> Element:
    """The root of a document. Raises NotAWarning for what is no XML, or not of the plain and modest kind.

    Never takes longer than some tenths of a second, nor more than some ten megabytes (bounds above).
    """
    if len(body) > LARGEST_BYTES:
        raise NotAWarning(f"it is larger than {LARGEST_BYTES >> 20} MB")
    tree = _Modest()
    parser = DefusedXMLParser(target=tree, forbid_dtd=True)
    try:
        for start in range(0, len(body), CHUNK_BYTES):
            parser.feed(body[start : start + CHUNK_BYTES])
            if start + CHUNK_BYTES - parser.parser.CurrentByteIndex > LONGEST_TOKEN_BYTES:
                raise NotAWarning(f"it has a tag or a comment of more than {LONGEST_TOKEN_BYTES >> 10} KB")
        root: Element = parser.close()
    except ParseError as error:
        raise NotAWarning(f"it is not well-formed XML ({error})") from error
    except DefusedXmlException as error:
        raise NotAWarning("it declares a document type or entities, which warnings have no use for") from error
    except (ValueError, LookupError) as error:  # an encoding that nobody knows, or bytes that are not of it
        raise error if isinstance(error, NotAWarning) else NotAWarning(f"it cannot be decoded ({error})") from error
    return root


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


class _Modest(TreeBuilder):
    """Builds a tree, and stops as soon as it grows too deep, too large or too bushy."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = 0

    def start(self, tag: Any, attributes: dict[Any, Any], /) -> Element:
        self._depth += 1
        self._count_one()
        if self._depth > DEEPEST:
            raise NotAWarning(f"its elements are nested more than {DEEPEST} deep")
        if len(attributes) > MOST_ATTRIBUTES:
            raise NotAWarning(f"an element has more than {MOST_ATTRIBUTES} attributes")
        return super().start(tag, attributes)

    def end(self, tag: Any, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def comment(self, text: Any, /) -> Any:
        self._count_one()

    def pi(self, target: Any, text: Any = None, /) -> Any:
        self._count_one()

    def _count_one(self) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise NotAWarning(f"it has more than {MOST_ELEMENTS} elements")
