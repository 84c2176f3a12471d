(function () {
  var t = tipfloor, planned = 0, first = 1;
  function hours(from, to) {
    var days = from && to ? (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 864e5 : 0;
    if (!from) { return ""; }
    return from.slice(11, 16) + "\u2013" + (to ? to.slice(11, 16) : "") + (days ? " +" + days : "");
  }
  function fill(found) {
    var body = t.one("rows"), day = "", row, head, cell;
    if (!found) { again(); return; }
    body.textContent = "";
    found.items.forEach(function (item) {
      if (item.day && item.day !== day) {
        day = item.day;
        row = t.make("tr");
        head = t.make("th", day, "day");
        head.colSpan = 4;
        head.scope = "colgroup";
        row.appendChild(head);
        body.appendChild(row);
      }
      row = t.make("tr", undefined, (item.current ? "now " : "") + (item.numeral ? "moment" : ""));
      head = t.make("th");
      head.scope = "row";
      if (item.current) { head.appendChild(t.make("span", t.words.now, "mark")); }
      head.appendChild(t.make("span", (item.numeral ? item.numeral + ". " : "") + item.title +
        (item.topic ? ": " + item.topic : "")));
      row.appendChild(head);
      [["planned", hours(item.planned_start, item.planned_end)],
        ["actual", hours(item.actual_start, item.actual_end)],
        ["forecast", hours(item.forecast_start, item.forecast_end)]].forEach(function (pair) {
        cell = t.make("td", pair[1]);
        cell.setAttribute("data-name", t.words[pair[0]]);
        if (!pair[1]) { cell.className = "none"; }
        row.appendChild(cell);
      });
      body.appendChild(row);
    });
  }
  function load() { planned = 0; t.ask("/api/agenda", fill, 10000); }
  function again() { if (!planned) { planned = setTimeout(load, first ? 0 : 200 + Math.random() * 1300); first = 0; } }
  t.changed(again);
  t.draw(function (v, s) {
    t.show("topic", s.session ? s.session.title + ": " + s.session.topic : s.moment.title);
    t.show("plan", s.words.plan);
    t.show("word", v.sign + " " + v.word);
    t.show("resumes", s.words.resumes);
    if (v.wall.slice(6) === "00") { again(); }
  });
}());
