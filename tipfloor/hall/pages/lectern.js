tipfloor.draw(function (v) {
  tipfloor.show("clock", v.clock || "\u2013:\u2013\u2013");
  tipfloor.show("word", v.sign + " " + v.word);
});
