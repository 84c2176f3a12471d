tipfloor.draw(function (v, s) {
  var t = tipfloor, list = s.list;
  t.show("sentence", s.words.chair);
  t.show("name", t.speaker(s));
  t.show("clock", v.clock);
  t.show("word", v.sign + " " + v.word);
  t.names("next", list ? list.next.slice(0, 2).map(function (one) { return one.name; }) : []);
  t.one("ahead").hidden = !list || !list.next.length;
  t.names("points", s.points_of_order.map(function (one) { return one.name; }));
  t.one("orders").hidden = !s.points_of_order.length;
  t.show("present", s.words.present);
  t.show("plan", s.words.plan);
  t.show("waiting", [s.words.waiting, s.words.list_ends].filter(Boolean).join(" · "));
  t.show("resumes", s.words.resumes);
});
