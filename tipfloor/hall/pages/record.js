(function () {
  var t = tipfloor, planned = 0, first = 1, told = null, SVG = "http://www.w3.org/2000/svg";
  function bar(spoken, most) {
    var svg = document.createElementNS(SVG, "svg"), rect = document.createElementNS(SVG, "rect");
    svg.setAttribute("viewBox", "0 0 100 4");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    rect.setAttribute("width", 100 * spoken / most);
    rect.setAttribute("height", "4");
    svg.appendChild(rect);
    return svg;
  }
  function length(seconds) {
    var whole = Math.floor(seconds), rest = whole % 60;
    return Math.floor(whole / 60) + ":" + (rest < 10 ? "0" : "") + rest;
  }
  function bare(text) {
    text = text.toLowerCase();
    return text.normalize ? text.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : text;
  }
  function figures() {
    var body = t.one("figures"), most = 1;
    body.textContent = "";
    told.figures.forEach(function (one) { most = Math.max(most, one.speaking_seconds); });
    told.figures.forEach(function (one) {
      var row = t.make("tr"), cell = t.make("td", undefined, "chart"), head = t.make("th", one.name);
      head.scope = "row";
      row.appendChild(head);
      row.appendChild(t.make("td", String(one.remarks)));
      row.appendChild(t.make("td", length(one.speaking_seconds)));
      cell.appendChild(bar(one.speaking_seconds, most));
      row.appendChild(cell);
      body.appendChild(row);
    });
    t.one("charts").hidden = !told.figures.length;
  }
  // A code of three letters stands for the name, whole: Dominica is not the Dominican Republic.
  function finder() {
    var typed = bare(t.one("find").value.trim()), name = "";
    told.figures.forEach(function (one) { if (bare(one.code) === typed) { name = bare(one.name); } });
    return typed && function (text) {
      var at = text.indexOf(name || typed), after;
      while (at >= 0) {
        after = text.charAt(at + name.length);
        if (!name || after.toLowerCase() === after.toUpperCase()) { return true; }
        at = text.indexOf(name, at + 1);
      }
      return false;
    };
  }
  function text() {
    var out = t.one("minutes"), wanted = finder(), found = 0, held = {};
    var tags = { moment: "h2", session: "h3", paragraph: "p", row: "p", note: "p" };
    out.textContent = "";
    told.blocks.forEach(function (block) {
      var el = t.make(tags[block.kind], block.text, block.kind), heading = tags[block.kind][0] === "h";
      if (wanted && heading) {
        if (block.kind === "moment") { held = {}; }
        held[block.kind] = el;
        return;
      }
      if (wanted && !wanted(bare(block.text))) { return; }
      ["moment", "session"].forEach(function (kind) {
        if (held[kind]) { out.appendChild(held[kind]); }
      });
      held = {};
      if (!heading) { found += 1; }
      out.appendChild(el);
    });
    t.show("found", wanted ? t.words.found.replace("{number}", found) : "");
  }
  function fill(found) {
    if (!found) { again(); return; }
    told = found;
    t.one("head").textContent = "";
    found.head.forEach(function (line) { t.one("head").appendChild(t.make("p", line)); });
    figures();
    text();
  }
  function load() { planned = 0; t.ask("/api/minutes", fill, 20000); }
  function again() { if (!planned) { planned = setTimeout(load, first ? 0 : 200 + Math.random() * 1300); first = 0; } }
  t.changed(again);
  t.one("find").addEventListener("input", function () { if (told) { text(); } });
}());
