"""A list of speakers prepared in a file: codes or names, a line each, or a column of a table."""

from tipfloor.listfile.fault import ListFault, ListUnusable, PreparedList, RowFault
from tipfloor.listfile.matching import read_list, refused_rows
from tipfloor.listfile.outcome import outcome

__all__ = [
    "ListFault",
    "ListUnusable",
    "PreparedList",
    "RowFault",
    "outcome",
    "read_list",
    "refused_rows",
]
