"""Says what a file really is, by its first bytes and then by decoding it; its name is never believed.

Called in a confined child (`worker`); the desk asks through `Workshop.inspect`.
"""

from __future__ import annotations

from pathlib import Path

from content.studio.facts import MediaFacts
from content.studio.recognise import Reader, recognise


def probe(path: Path, name: str = "") -> MediaFacts:
    """The facts of the file at `path`, whose first picture has been decoded.

    Messages call the file `name`, or else by the path's last part. Raises UnusableMedia with a sentence for the
    person who brought it: empty, gone, of a kind walls do not take, too large, locked, cut off or damaged.
    """
    recognised = recognise(path, name)
    if recognised.reader is Reader.MOVIE:
        from content.studio import movies

        with movies.opened(recognised) as container:
            return movies.facts_of(recognised, container)
    if recognised.reader is Reader.DOCUMENT:
        from content.studio import documents

        with documents.opened(recognised) as document:
            return documents.facts_of(recognised, document)
    from content.studio import pictures

    with pictures.opened(recognised) as image:
        return pictures.facts_of(recognised, image)
