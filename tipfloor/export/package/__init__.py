"""The lists of the record as a data package: a table of CSV each, with a description of all."""
