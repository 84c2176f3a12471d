tipfloor.draw(function (v, s) {
  var t = tipfloor, f = s.floor, list = s.list;
  t.show("topic", s.session ? s.session.title + ": " + s.session.topic : s.moment.title);
  t.show("name", t.speaker(s));
  t.show("person", f ? [f.person, s.words.kind].concat(f.on_behalf_of.map(function (one) {
    return one.name;
  })).filter(Boolean).join(" · ") : "");
  t.show("clock", v.clock);
  t.show("word", v.sign + " " + v.word);
  t.show("resumes", s.words.resumes);
  t.show("waiting", [s.words.waiting, s.words.list_ends].filter(Boolean).join(" · "));
  t.names("next", list ? list.next.map(function (one) { return one.name; }) : []);
  t.one("ahead").hidden = !list || !list.next.length;
});
