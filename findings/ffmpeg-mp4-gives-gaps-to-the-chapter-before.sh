#!/usr/bin/env bash
# imageio-ffmpeg 0.8.1, which brings ffmpeg 9.0.2.
# Expected: chapters written into MP4 come back with the times that they were given.
# Seen: in MP4 the first chapter is moved to 0, and a gap belongs to the chapter before it: of
#   5-10 s and 20-25 s come back 0-20 s and 20-25 s. Matroska keeps both as they were.
# Output seen: "mp4 0-20000 20000-25000" and "mkv 5000-10000 20000-25000".
# What follows: whoever keeps gaps writes a chapter for each of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check imageio-ffmpeg==0.8.1
ffmpeg=$(env/bin/python -c 'import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())')
printf ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=%s\nEND=%s\ntitle=one\n' 5000 10000 >in
printf '[CHAPTER]\nTIMEBASE=1/1000\nSTART=%s\nEND=%s\ntitle=two\n' 20000 25000 >>in
seen() {
  "$ffmpeg" -v error -y -f lavfi -i color=s=16x16:r=1 -f ffmetadata -i in \
    -map 0 -map_chapters 1 -t 30 -c:v mpeg4 "out.$1"
  "$ffmpeg" -v error -y -i "out.$1" -f ffmetadata back
  awk -F= -v name="$1" '
    /^TIMEBASE/ { split($2, base, "/") }
    /^START/ { start = $2 * 1000 / base[2] }
    /^END/ { told = told " " start "-" $2 * 1000 / base[2] }
    END { print name told }' back
}
seen mp4 | tee told
seen mkv | tee -a told
printf 'mp4 0-20000 20000-25000\nmkv 5000-10000 20000-25000\n' | diff - told
