(function () {
  var t = tipfloor, flag = null;
  // Without an image there is no element for one, and no hole; it shows once it has come whole.
  function fly(path) {
    var bar = t.one("bar");
    if (flag && flag.getAttribute("src") === path) { return; }
    if (flag) { bar.removeChild(flag); flag = null; }
    if (!path) { return; }
    flag = t.make("img", undefined, "flag");
    flag.alt = "";
    flag.hidden = true;
    flag.onload = function () { this.hidden = false; };
    flag.setAttribute("src", path);
    bar.insertBefore(flag, bar.firstChild);
  }
  t.draw(function (v, s) {
    var bar = t.one("bar"), on = !!(s.floor || s.interlude);
    if (on) {
      t.show("name", t.speaker(s));
      t.show("topic", s.session ? s.session.topic : s.moment.title);
      t.show("clock", bar.getAttribute("data-time") === "1" ? v.clock : "");
      fly(s.floor && s.floor.flag);
    }
    bar.className = on ? "on" : "";
    bar.setAttribute("aria-hidden", on ? "false" : "true");
  });
}());
