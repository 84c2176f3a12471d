#!/bin/sh
# uvicorn 0.54.0 with httptools 0.9.0, Python 3.11.
#
# Expected: a reader that asks by HTTP/1.0 (nginx does by default, behind proxy_pass) is answered
# without chunks, since HTTP/1.0 knows none (RFC 9112 section 6.1: a server must not send
# Transfer-Encoding to such a request).
# Behaviour: a streamed answer is sent in chunks all the same, and the sizes of the chunks stand in
# what an HTTP/1.0 reader takes for the body. A proxy before a stream needs proxy_http_version 1.1.
#
# Prints the head and the body as they come; ends with 1 once that is otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check uvicorn==0.54.0 httptools==0.9.0
cat > "$folder/stream.py" <<'PY'
import socket
import threading
import time

import uvicorn


async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200,
                "headers": [(b"content-type", b"text/event-stream")]})
    await send({"type": "http.response.body", "body": b"data: 1\n\n", "more_body": True})
    await send({"type": "http.response.body", "body": b"data: 2\n\n"})


listening = socket.create_server(("127.0.0.1", 0))
config = uvicorn.Config(app, http="httptools", log_level="critical", lifespan="off")
server = uvicorn.Server(config)
threading.Thread(target=server.run, args=([listening],), daemon=True).start()
time.sleep(1)
with socket.create_connection(listening.getsockname()) as line:
    line.sendall(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
    found = b""
    while piece := line.recv(4096):
        found += piece
print(found.decode())
head, _, body = found.partition(b"\r\n\r\n")
raise SystemExit(0 if b"chunked" in head and body.startswith(b"9\r\ndata: 1") else 1)
PY
"$folder/venv/bin/python" "$folder/stream.py"
