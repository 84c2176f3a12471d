(function () {
  "use strict";
  // ES5 and nothing newer: televisions of ten years ago have no more.
  var root = document.documentElement;
  var said = JSON.parse(document.getElementById("words").textContent);
  var TIMED = ["speaking", "warning", "last_seconds", "over_time", "planned"];
  var SIGNS = said.signs, LOST = 4000, MOVED = 250;
  var t0 = 0, p0 = 0, speed = 1, bound = Infinity, known = false;
  var state = null, heard = null, lost = false, line = null, opening = 0;
  var timer = 0, again = 0, apart = null, phaseSaid = "", draws = [], changes = [];

  function steady() {
    return window.performance && performance.now ? performance.now() : Date.now();
  }
  function ticks() { return t0 + (steady() - p0) * speed; }
  function one(id) { return document.getElementById(id); }
  function show(id, text) {
    var el = one(id);
    if (!el || el.textContent === text) { return; }
    el.textContent = text;
    if (el.getAttribute("data-keep") === null) { el.hidden = !text; }
    later();
  }
  function two(n) { return (n < 10 ? "0" : "") + n; }
  function span(seconds) {
    var m = Math.floor(seconds / 60), h = Math.floor(m / 60);
    return (h ? h + ":" + two(m % 60) : m) + ":" + two(seconds % 60);
  }
  function ask(path, then, patience) {
    var request = new XMLHttpRequest();
    request.onloadend = function () {
      var found = null;
      if (request.status === 200) {
        try { found = JSON.parse(request.responseText); } catch (e) { found = null; }
      }
      then(found, request.status);
    };
    request.open("GET", path + (path.indexOf("?") < 0 ? "?" : "&") + "lang=" + root.lang);
    request.timeout = patience || 3000;
    request.send();
  }

  // The offset is that of the quickest of several exchanges, and wrong by half of it at most.
  function measure(then) {
    var best = null, left = 5;
    (function exchange() {
      var sent = steady();
      ask("/api/time", function (found) {
        var got = steady();
        if (!found) { then(false); return; }
        if (!best || got - sent < best.took) {
          best = { took: got - sent, at: (sent + got) / 2, ticks: found.ticks, speed: found.speed };
        }
        left -= 1;
        if (left > 0) { exchange(); return; }
        t0 = best.ticks; p0 = best.at; speed = best.speed; bound = best.took / 2; known = true;
        apart = Date.now() - steady();
        then(true);
        draw();
      });
    }());
  }

  function alive() {
    heard = steady();
    if (lost) { lost = false; notice(); }
  }
  function take(found) {
    var grown = !state || state.position !== found.position || state.silent !== found.silent;
    if (state && found.ticks < state.ticks && found.position < state.position) { return; }
    state = found;
    alive();
    notice();
    draw();
    if (grown) { changes.forEach(function (change) { change(state); }); }
  }
  function beat(found) {
    var off = found.ticks - ticks();
    alive();
    if (off > bound * speed + 5 || off < -(bound + 500) * speed) { measure(function () {}); }
  }

  // One way to open the line, whatever ended it: measured first, by hand, after a delay of its own.
  function open() {
    var mine = opening += 1;
    clearTimeout(again);
    if (line) { line.close(); line = null; }
    if (document.hidden) { return; }
    measure(function (answered) {
      if (mine !== opening) { return; }
      if (!answered) { reopen(); return; }
      ask("/api/state", function (found) {
        if (mine !== opening) { return; }
        if (found) { take(found); }
        listen(mine);
      });
    });
  }
  function reopen() {
    clearTimeout(again);
    again = setTimeout(open, 300 + Math.random() * 900);
  }
  function listen(mine) {
    if (!window.EventSource) { again = setTimeout(open, 2000); return; }
    line = new EventSource("/api/events?lang=" + root.lang);
    line.addEventListener("state", function (e) { take(JSON.parse(e.data)); });
    line.addEventListener("beat", function (e) { beat(JSON.parse(e.data)); });
    line.onopen = function () {
      alive();
      setTimeout(function () {
        if (mine === opening && (!state || steady() - heard > 400)) { refresh(mine); }
      }, 500);
    };
    line.onerror = function () { if (mine === opening) { line.close(); line = null; reopen(); } };
  }
  function refresh(mine) {
    ask("/api/state", function (found) { if (found && mine === opening) { take(found); } });
  }
  function watch() {
    if (heard !== null && !lost && !document.hidden && steady() - heard > LOST) {
      lost = true;
      notice();
      open();
    }
    if (apart !== null && Math.abs(Date.now() - steady() - apart) > MOVED) {
      apart = Date.now() - steady();
      open();
    }
  }
  function wallAt(at) {
    var utc = state.utc_ms + (at - state.ticks) + state.offset_minutes * 60000;
    return new Date(utc).toISOString().slice(11, 19);
  }
  function notice() {
    var text = "";
    if (lost && state) {
      text = said.lost.replace("{time}", wallAt(t0 + (heard - p0) * speed));
    } else if (state && state.words.record) {
      text = state.words.record;
    } else if (state && state.broken_at !== null && said.broken) {
      text = said.broken.replace("{position}", state.broken_at);
    }
    show("notice", text);
  }

  function view(now) {
    var f = state.floor, phase = state.phase, gone = now - state.ticks, v = { now: now };
    var left = null, seconds = null, passed;
    v.running = false;
    if (f) {
      v.running = f.running;
      left = f.left_ms === null ? null : f.left_ms - (f.running ? gone : 0);
      v.elapsed = f.elapsed_ms + (f.running ? gone : 0);
      if (TIMED.indexOf(phase) >= 0) {
        passed = state.warnings_ms.filter(function (w) { return left !== null && left <= w; }).length;
        phase = "speaking";
        if (left !== null && left <= 0) { phase = "over_time"; }
        else if (passed) {
          phase = passed > 1 || state.warnings_ms.length === 1 ? "last_seconds" : "warning";
        } else if (f.planned_ms !== null && v.elapsed >= f.planned_ms) { phase = "planned"; }
      }
      if (left === null) { seconds = Math.floor(v.elapsed / 1000); }
      else { seconds = left > 0 ? Math.ceil(left / 1000) : -Math.floor(-left / 1000); }
      if (f.discreet && seconds < 0) { seconds = 0; }
    } else if (state.interlude) {
      v.running = true;
      seconds = Math.floor((state.interlude.lasted_ms + gone) / 1000);
    }
    v.left = left;
    v.phase = phase;
    v.look = f && f.discreet && ["warning", "last_seconds", "over_time"].indexOf(phase) >= 0
      ? "speaking" : phase;
    v.word = TIMED.indexOf(phase) >= 0 ? state.words[phase] : state.words.phase;
    v.sign = SIGNS[phase] || "";
    v.clock = seconds === null ? "" : (left !== null && left <= 0 && seconds < 0 ? "+" : "") +
      span(Math.abs(seconds));
    v.wall = wallAt(now);
    return v;
  }
  // The next edge of what is shown, and a millisecond: timers fire up to one too early.
  function wait(v) {
    var edge = 1000 - ((state.utc_ms + v.now - state.ticks) % 1000 + 1000) % 1000;
    if (v.running && v.left !== null) {
      edge = v.left > 0 ? (v.left - 1) % 1000 + 1 : 1000 - (-v.left) % 1000;
    } else if (v.running && state.floor) {
      edge = 1000 - v.elapsed % 1000;
    }
    return Math.max(4, edge / speed + 1);
  }
  function draw() {
    clearTimeout(timer);
    watch();
    if (!state || !known) { timer = setTimeout(draw, 500); return; }
    var v = view(ticks());
    timer = setTimeout(draw, Math.min(1001, wait(v)));
    root.setAttribute("data-phase", v.look);
    show("wall", v.wall.slice(0, 5));
    show("title", state.short_title);
    draws.forEach(function (one) { one(v, state); });
    if (one("said") && phaseSaid !== v.phase + v.word) {
      phaseSaid = v.phase + v.word;
      one("said").textContent = v.word;
    }
  }

  // What is too large for its window is drawn smaller, all of it in one measure.
  var planned = 0, across = +root.getAttribute("data-across"), down = +root.getAttribute("data-down");
  function fit() {
    planned = 0;
    if (!across) { return; }
    var size = Math.min(innerWidth / across, innerHeight / down), least = Math.max(8, size * 0.45);
    root.style.fontSize = size + "px";
    while (size > least && (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth)) {
      size *= 0.95;
      root.style.fontSize = size + "px";
    }
  }
  function later() { if (!planned) { planned = setTimeout(fit, 0); } }
  function make(tag, text, kind) {
    var el = document.createElement(tag);
    if (text !== undefined) { el.textContent = text; }
    if (kind) { el.className = kind; }
    return el;
  }
  function names(id, list) {
    var el = one(id), told = JSON.stringify(list);
    if (!el || el.getAttribute("data-told") === told) { return; }
    el.setAttribute("data-told", told);
    el.textContent = "";
    list.forEach(function (name) { el.appendChild(make("li", name)); });
    el.hidden = !list.length;
    later();
  }
  function speaker(s) {
    if (s.floor) { return s.floor.speaker.name; }
    if (s.interlude) { return s.interlude.what; }
    return s.list && s.list.called ? s.list.called.name : "";
  }

  window.tipfloor = {
    draw: function (one) { draws.push(one); },
    changed: function (one) { changes.push(one); },
    show: show, names: names, one: one, ask: ask, make: make, words: said, speaker: speaker,
    ticks: ticks, view: function () { return state && known ? view(ticks()) : null; },
    state: function () { return state; }, open: open, again: draw
  };
  window.addEventListener("resize", later);
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) { opening += 1; clearTimeout(again); if (line) { line.close(); line = null; } }
    else { heard = steady(); open(); }
  });
  window.addEventListener("pageshow", function (e) { if (e.persisted) { heard = steady(); open(); } });
  window.addEventListener("pagehide", function () { opening += 1; if (line) { line.close(); line = null; } });
  setTimeout(function () { fit(); open(); draw(); }, 0);
}());
