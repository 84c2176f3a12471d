"""A list of speakers prepared in a file: codes or names, a line each, or a column of a table."""

from tipfloor.listfile.fault import ListFault, ListUnusable, RowFault
from tipfloor.listfile.matching import PreparedList, read_list, refused_rows

__all__ = [
    "ListFault",
    "ListUnusable",
    "PreparedList",
    "RowFault",
    "read_list",
    "refused_rows",
]
