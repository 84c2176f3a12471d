tipfloor.draw(function (v, s) {
  var t = tipfloor, bar = t.one("bar"), on = !!(s.floor || s.interlude);
  if (on) {
    t.show("name", t.speaker(s));
    t.show("topic", s.session ? s.session.topic : s.moment.title);
    t.show("clock", bar.getAttribute("data-time") === "1" ? v.clock : "");
  }
  bar.className = on ? "on" : "";
  bar.setAttribute("aria-hidden", on ? "false" : "true");
});
