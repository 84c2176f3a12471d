#!/usr/bin/env bash
# imageio-ffmpeg 0.8.1, which brings ffmpeg 9.0.2.
# Expected: an MP3 keeps its chapters whatever the length of their titles, or a warning is given.
# Seen: with ID3v2.4, the default, a first title of 98 bytes comes back; of 102 bytes no chapter
#   does; of 130 bytes that chapter is missing. No warning. With -id3v2_version 3 all come back.
# Output seen: "98: 2, 102: 0, 130: 1; with version 3: 2 2 2".
# What follows: titles of at most 98 bytes, or the older version of the tag.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check imageio-ffmpeg==0.8.1
ffmpeg=$(env/bin/python -c 'import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())')
chapters_of() {
  local title
  title=$(head -c "$1" /dev/zero | tr '\0' x)
  printf ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=5000\ntitle=%s\n' "$title" >in
  printf '[CHAPTER]\nTIMEBASE=1/1000\nSTART=5000\nEND=10000\ntitle=two\n' >>in
  "$ffmpeg" -v error -y -f lavfi -i anullsrc -f ffmetadata -i in \
    -map 0 -map_chapters 1 -t 12 "${@:2}" out.mp3
  "$ffmpeg" -v error -y -i out.mp3 -f ffmetadata back
  grep -c CHAPTER back || true
}
told="98: $(chapters_of 98), 102: $(chapters_of 102), 130: $(chapters_of 130); with version 3:"
for length in 98 102 130; do
  told="$told $(chapters_of "$length" -id3v2_version 3)"
done
echo "$told"
test "$told" = '98: 2, 102: 0, 130: 1; with version 3: 2 2 2'
