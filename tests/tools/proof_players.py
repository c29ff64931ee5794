"""Players that people have: Chromium and Qt play the finished file, go to ten places and show the right slides."""

from __future__ import annotations

import http.server
import json
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.tools.finding import Finding
from tests.tools.proof_pictures import HEIGHT, WIDTH, Place, Small, full_range, shown, small

PACKAGES = "chromium"
PLAYED_S = 2.0
"""So long a player plays before it is sent to the places."""
LIMIT_S = 300
"""A player that has not shown its places by then has failed."""


@dataclass(frozen=True, slots=True)
class Played:
    """What a player tells: its words about playing, an error or "", the small picture of each place (0..255)."""

    told: str
    error: str
    pictures: list[Small]


def findings(
    name: str, played: Played, asked: tuple[Place, ...], known: dict[int, Small]
) -> Iterator[Finding]:
    """The two lines about a player."""
    yield Finding(f"{name} plays", not played.error, played.error or played.told)
    if len(played.pictures) == len(asked):
        yield shown(f"{name} seeks to its slides", asked, played.pictures, known)
    else:
        yield Finding(
            f"{name} seeks to its slides", False, f"{len(played.pictures)} of {len(asked)} places shown"
        )


# Chromium ------------------------------------------------------------------------------------------------------

_PAGE = """<!doctype html><meta charset="utf-8"><video id="v" src="/video.mp4" muted preload="auto"></video><script>
const v = document.getElementById("v"), wide = WIDE, high = HIGH, places = PLACES, out = [];
const once = (name) => new Promise((done, fail) => {
  v.addEventListener(name, done, { once: true });
  v.addEventListener("error", () => fail(v.error && v.error.message), { once: true });
});
function look() {
  const c = document.createElement("canvas");
  [c.width, c.height] = [v.videoWidth, v.videoHeight];
  const g = c.getContext("2d", { willReadFrequently: true });
  g.drawImage(v, 0, 0);
  const d = g.getImageData(0, 0, c.width, c.height).data;
  const sums = new Float64Array(wide * high), n = new Float64Array(wide * high);
  for (let y = 0; y < c.height; y++) for (let x = 0; x < c.width; x++) {
    const at = Math.floor(y * high / c.height) * wide + Math.floor(x * wide / c.width), i = 4 * (y * c.width + x);
    sums[at] += 0.2126 * d[i] + 0.7152 * d[i + 1] + 0.0722 * d[i + 2];
    n[at]++;
  }
  return Array.from(sums, (sum, at) => sum / n[at]);
}
async function main() {
  if (v.readyState < 2) await once("loadeddata");
  await v.play();
  await new Promise((done) => setTimeout(done, PLAYED * 1000));
  v.pause();
  const q = v.getVideoPlaybackQuality(), played = v.currentTime;
  for (const place of places) {
    const ready = once("seeked");
    v.currentTime = place;
    await ready;
    await new Promise((done) => v.requestVideoFrameCallback ? setTimeout(done, 150) : setTimeout(done, 500));
    out.push(look());
  }
  return { played, frames: q.totalVideoFrames, length: v.duration };
}
main().then((told) => ({ ...told, out }), (error) => ({ error: String(error), out }))
  .then((told) => fetch("/told", { method: "POST", body: JSON.stringify(told) }));
</script>"""


def chromium(video: Path, asked: tuple[Place, ...]) -> Played:
    """What Chromium tells of a page with the video in it; the page is served with byte ranges, as sites do."""
    page = _PAGE.replace("WIDE", str(WIDTH)).replace("HIGH", str(HEIGHT)).replace("PLAYED", str(PLAYED_S))
    page = page.replace("PLACES", json.dumps([place.seconds for place in asked]))
    said: queue.Queue[dict] = queue.Queue()
    server = _Server(("127.0.0.1", 0), _handler(video, page.encode(), said))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "chromium",
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--mute-audio",
            "--no-first-run",
        ]
        command += ["--autoplay-policy=no-user-gesture-required", f"--user-data-dir={profile}"]
        command += ["--disable-dev-shm-usage", f"http://127.0.0.1:{server.server_port}/"]
        browser = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            told = said.get(timeout=LIMIT_S)
        except queue.Empty:
            told = {"error": f"no answer within {LIMIT_S} s", "out": []}
        finally:
            os.killpg(browser.pid, 9)
            browser.wait()
            server.shutdown()
    pictures = [np.array(each, np.float32).reshape(HEIGHT, WIDTH) for each in told["out"]]
    error = told.get("error", "") or (
        "" if told["played"] > 0 and told["frames"] > 0 else "nothing was played"
    )
    words = (
        ""
        if error
        else f"{told['played']:.2f} s and {told['frames']} frames played of {told['length']:.2f} s"
    )
    return Played(words, error, pictures)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that was ended leaves connections behind: nothing to tell."""


def _handler(video: Path, page: bytes, said: queue.Queue[dict]) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path == "/video.mp4":
                self._part()
            else:
                self._answer(200 if self.path == "/" else 404, page if self.path == "/" else b"", "text/html")

        def do_POST(self) -> None:
            said.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self._answer(200, b"", "text/plain")

        def _answer(self, code: int, body: bytes, kind: str) -> None:
            self.send_response(code)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _part(self) -> None:
            size = video.stat().st_size
            asked = re.match(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
            start = int(asked.group(1)) if asked else 0
            stop = min(int(asked.group(2)) + 1 if asked and asked.group(2) else size, size)
            self.send_response(206 if asked else 200)
            self.send_header("Content-Type", "video/mp4")
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Content-Length", str(stop - start))
            if asked:
                self.send_header("Content-Range", f"bytes {start}-{stop - 1}/{size}")
            self.end_headers()
            with video.open("rb") as file:
                file.seek(start)
                try:
                    while start < stop:
                        data = file.read(min(1 << 18, stop - start))
                        self.wfile.write(data)
                        start += len(data)
                except OSError:
                    self.close_connection = True  # the browser has enough

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


def chromium_missing() -> str:
    """The package that the proof lacks; empty if it is there."""
    return "" if shutil.which("chromium") else PACKAGES


# Qt ------------------------------------------------------------------------------------------------------------


def qt(video: Path, asked: tuple[Place, ...]) -> Played:
    """What QMediaPlayer tells, in a process of its own without a window."""
    command = [sys.executable, "-m", "tests.tools.proof_players", str(video)]
    command += [str(place.seconds) for place in asked]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment, timeout=LIMIT_S, check=False
        )
        told = json.loads(done.stdout.strip().splitlines()[-1])
    except subprocess.TimeoutExpired:
        return Played("", f"no answer within {LIMIT_S} s", [])
    except (IndexError, json.JSONDecodeError):
        return Played("", f"ended with {done.returncode}: {done.stderr.strip()[-200:]}", [])
    pictures = [np.array(each, np.float32).reshape(HEIGHT, WIDTH) for each in told["out"]]
    return Played(told["told"], told["error"], pictures)


def _qt_plays(video: str, seconds: list[float]) -> dict:
    from PySide6.QtCore import QCoreApplication, QTimer, QUrl
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink

    app = QGuiApplication([])
    player, sink = QMediaPlayer(), QVideoSink()
    player.setVideoSink(sink)
    state: dict = {"frames": 0, "out": [], "error": "", "told": "", "seen": None}
    left = list(seconds)

    def frame(arrived: QVideoFrame) -> None:
        state["frames"] += arrived.isValid()
        if not state["told"]:
            if player.position() >= PLAYED_S * 1000:
                state["told"] = f"{player.position() / 1000:.2f} s and {state['frames']} frames played of "
                state["told"] += f"{player.duration() / 1000:.2f} s"
                player.pause()
                QTimer.singleShot(0, go)
            return
        if left and abs(arrived.startTime() / 1e6 - left[0]) < 0.06:
            state["out"].append(looked(arrived).tolist())
            left.pop(0)
            QTimer.singleShot(0, go)

    def looked(arrived: QVideoFrame) -> Small:
        # the luma as decoded: Qt's own conversion to RGB on the processor shows saturated colours otherwise
        arrived.map(QVideoFrame.MapMode.ReadOnly)
        stride = arrived.bytesPerLine(0)
        luma = np.frombuffer(arrived.bits(0), np.uint8)[: stride * arrived.height()].reshape(-1, stride)
        seen = full_range(small(luma[:, : arrived.width()]))
        arrived.unmap()
        return seen

    def go() -> None:
        if left:
            player.setPosition(round(left[0] * 1000))
        else:
            QCoreApplication.quit()

    def failed(_: object, words: str) -> None:
        state["error"] = words
        QCoreApplication.quit()

    sink.videoFrameChanged.connect(frame)
    player.errorOccurred.connect(failed)
    player.setSource(QUrl.fromLocalFile(video))
    player.play()
    QTimer.singleShot(int(LIMIT_S * 900), app.quit)
    app.exec()
    error = state["error"] or ("" if state["told"] else "it did not play")
    return {"told": state["told"], "error": error, "out": state["out"]}


if __name__ == "__main__":
    print(json.dumps(_qt_plays(sys.argv[1], [float(each) for each in sys.argv[2:]])), flush=True)
    os._exit(0)
