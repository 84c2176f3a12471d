"""The record as Akoma Ntoso 3.0, the standard of parliaments and archives for debates."""
