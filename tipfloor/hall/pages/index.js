tipfloor.draw(function (v, s) {
  tipfloor.show("topic", s.session ? s.session.title + ": " + s.session.topic : s.moment.title);
  tipfloor.show("word", v.sign + " " + v.word);
});
