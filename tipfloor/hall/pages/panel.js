(function () {
  var t = tipfloor, busy = false, buttons = document.querySelectorAll("button[data-act]");
  function id() {
    var bytes = new Uint8Array(16), hex = "";
    crypto.getRandomValues(bytes);
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    for (var i = 0; i < 16; i += 1) { hex += (bytes[i] < 16 ? "0" : "") + bytes[i].toString(16); }
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  }
  function send(act, tries) {
    var request = new XMLHttpRequest();
    busy = true;
    act.act = act.act || id();
    request.onloadend = function () {
      var found = {};
      try { found = JSON.parse(request.responseText); } catch (e) { found = {}; }
      // An act that was not answered, or not saved, is sent again with its id, and is done once.
      if ((!request.status || request.status === 503) && tries) { setTimeout(function () { send(act, tries - 1); }, 700); return; }
      busy = false;
      if (request.status === 200) { t.show("answer", t.words.done); }
      else { t.show("answer", found.title || t.words.unreached); }
    };
    request.open("POST", "/api/acts");
    request.setRequestHeader("content-type", "application/json");
    request.timeout = 4000;
    request.send(JSON.stringify(act));
  }
  function choose(then) {
    t.ask("/api/present", function (found) {
      var list = t.one("choose");
      function offer(text, code) {
        var button = t.make("button", text);
        button.onclick = function () { t.one("choosing").hidden = true; then(code); };
        list.appendChild(button);
      }
      list.textContent = "";
      offer(t.words.cancel, null);
      (found ? found.delegations : []).forEach(function (one) { offer(one.name, one.code); });
      t.one("choosing").hidden = false;
      list.firstChild.focus();
    });
  }
  function acting(name) {
    var s = t.state(), f = s && s.floor, list = s && s.list;
    var next = list && (list.called || !list.address && list.next[0]);
    if (name === "next" && next) { return { kind: "give_floor", delegation: next.code }; }
    if (name === "next" && list && list.address) { return { kind: "begin_address" }; }
    if (name === "end" && f) { return { kind: "end_remark" }; }
    if (name === "end" && s && s.interlude) { return { kind: "end_interlude" }; }
    if (name === "pause" && f) { return { kind: s.phase === "paused" ? "resume" : "pause" }; }
    // Whoever was given the floor a moment ago may be absent; later that is refused.
    if (name === "absent" && f) { return { kind: "absent" }; }
    if (name === "absent" && next) { return { kind: "absent", delegation: next.code }; }
    if (name === "slides" && f && f.speaker.code) {
      return { kind: "refuse", delegation: f.speaker.code, requested: "slides" };
    }
    return null;
  }
  function press(name) {
    var act, paused;
    if (busy || !t.state()) { return; }
    if (name === "point") {
      paused = t.state().floor && t.state().phase !== "paused";
      if (paused) { send({ kind: "pause", reason: "point_of_order" }, 3); }
      choose(function (code) {
        if (code) { send({ kind: "point_of_order", delegation: code }, 3); }
        else if (paused) { send({ kind: "resume" }, 3); }
      });
      return;
    }
    act = acting(name);
    if (act) { send(act, 3); }
  }
  Array.prototype.forEach.call(buttons, function (button) {
    button.onclick = function () { press(button.getAttribute("data-act")); };
  });
  t.draw(function (v, s) {
    t.show("name", t.speaker(s));
    t.show("clock", v.clock);
    t.show("word", v.sign + " " + v.word);
    t.show("following", s.list && s.list.next.length ? s.list.next[0].name : "");
    Array.prototype.forEach.call(buttons, function (button) {
      var name = button.getAttribute("data-act");
      button.disabled = name !== "point" && !acting(name);
    });
  });
}());
