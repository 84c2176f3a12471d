#!/bin/sh
# A dump of a database of records, while desks write to it.
#
#   backup.sh DATABASE FOLDER      DATABASE as pg_dump takes it: a name, or an address
#
# It is one state of the record, is read back whole before it takes its name, and the last 96 are
# kept: two days of half hours. Restore one into a new database, never over a record:
#
#   createdb restored && pg_restore --exit-on-error --dbname restored FILE
#   tipfloor verify --record 'postgresql:///restored?record=NAME'
set -eu
umask 077

database=$1 folder=$2
name=$folder/records-$(date -u +%Y%m%dT%H%M%SZ).dump

trap 'rm -f "$name.part"' EXIT
pg_dump --format=custom --schema=tipfloor --file="$name.part" --dbname="$database"
pg_restore --file=/dev/null "$name.part"
sync "$name.part"
mv "$name.part" "$name"
echo "$name"

# Names sort by time.
ls "$folder"/records-*.dump | head -n -96 | while read -r old; do rm -f "$old"; done
