"""The one floor and its clock: remarks, addresses, stoppages, interludes, outages."""
