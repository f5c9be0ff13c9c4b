// The city index: a filter for its lists, and arrow keys for its map. Without this script the
// lists are whole and every city of the map is a stop of the Tab key.
(function () {
  "use strict";
  var form = document.querySelector("[data-filter]");
  var map = document.querySelector("[data-map]");

  // Lower case, without tones, spaces and marks: 肇庆, zhaoqing, "Zhao qing", Ürümqi.
  function plain(text) {
    return text.normalize("NFD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  }

  function filter() {
    var rows = Array.prototype.slice.call(document.querySelectorAll(".index li"));
    var keys = {};
    rows.forEach(function (row) {
      if (row.dataset.find) keys[row.querySelector("a").pathname] = " " + row.dataset.find;
    });
    var input = form.querySelector("input");
    var status = form.querySelector("[role=status]");

    function show() {
      var query = plain(input.value);
      // A name in letters is found by its beginning, one in characters by any of them.
      if (/^[\x00-\x7f]/.test(query)) query = " " + query;
      var found = {};
      rows.forEach(function (row) {
        var where = row.querySelector("a").pathname;
        row.hidden = (keys[where] || "").indexOf(query) < 0;
        if (!row.hidden) found[where] = true;
      });
      Array.prototype.slice
        .call(document.querySelectorAll(".region, .region section"))
        .forEach(function (section) {
          section.hidden = !section.querySelector("li:not([hidden])");
        });
      var number = Object.keys(found).length;
      var said = number === 0 ? form.dataset.none : number === 1 ? form.dataset.one : form.dataset.other;
      status.textContent = input.value ? said.replace("0", number) : "";
    }

    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    input.addEventListener("input", show);
    show();
  }

  // The map is one stop of the Tab key; arrows go to the next city in their direction.
  function arrows() {
    var dots = Array.prototype.slice.call(map.querySelectorAll(".dot"));
    var steps = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

    function at(dot) {
      var circle = dot.querySelector("circle");
      return [circle.cx.baseVal.value, circle.cy.baseVal.value];
    }

    function choose(dot) {
      dots.forEach(function (other) { other.setAttribute("tabindex", other === dot ? "0" : "-1"); });
    }

    function next(dot, step) {
      var here = at(dot);
      var best = null;
      dots.forEach(function (other) {
        var there = at(other);
        var along = (there[0] - here[0]) * step[0] + (there[1] - here[1]) * step[1];
        var aside = Math.abs((there[0] - here[0]) * step[1] + (there[1] - here[1]) * step[0]);
        if (other === dot || along <= 0 || aside > along * 2) return;
        if (!best || along + aside * 2 < best.way) best = { way: along + aside * 2, dot: other };
      });
      return best && best.dot;
    }

    map.addEventListener("keydown", function (event) {
      var dot = event.target.closest(".dot");
      var step = steps[event.key];
      if (!dot || !step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      var other = next(dot, step);
      if (other) {
        choose(other);
        other.focus();
      }
    });
    map.addEventListener("focusin", function (event) {
      var dot = event.target.closest(".dot");
      if (dot) choose(dot);
    });
    choose(dots[0]);
    document.querySelector("[data-keys]").hidden = false;
  }

  if (form) filter();
  if (map) arrows();
})();
