"""Origins: who derives from whom, what each article has from other media, and what versions of a
report took out and added.

`read_origins` conducts up to the families (`reading`, `rewrites`, `families`), `origins_json` shows
them (`entries`).
"""

from onrecord.record.origins.entries import origins_json
from onrecord.record.origins.pile import Origins, read_origins

__all__ = ["Origins", "origins_json", "read_origins"]
