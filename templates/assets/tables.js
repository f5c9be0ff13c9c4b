// Tables that can be sorted by a click on a column's head: rows within each group of the table.
// Without this script they are plain tables.
(function () {
  "use strict";

  function key(row, column) {
    var cell = row.cells[column];
    var value = cell.dataset.value;
    return value === undefined ? cell.textContent.trim() : value;
  }

  function empty(value) { return value === "" || value === "–"; }

  // Numbers by size, the rest as the page's language orders it; what is empty comes last.
  function compare(one, other, down) {
    if (empty(one) || empty(other)) return empty(one) - empty(other);
    var a = Number(one), b = Number(other);
    var order = isNaN(a) || isNaN(b) ? one.localeCompare(other, document.documentElement.lang) : a - b;
    return down ? -order : order;
  }

  function sort(table, column, down) {
    Array.prototype.forEach.call(table.tBodies, function (body) {
      var rows = Array.prototype.filter.call(body.rows, function (row) { return row.cells.length > 1; });
      rows
        .map(function (row, place) { return { row: row, key: key(row, column), place: place }; })
        .sort(function (one, other) { return compare(one.key, other.key, down) || one.place - other.place; })
        .forEach(function (item) { body.appendChild(item.row); });
    });
  }

  function prepare(table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.title = table.dataset.sort || "";
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        // Numbers are first wanted from the largest.
        var first = head.classList.contains("number") ? "descending" : "ascending";
        var other = first === "ascending" ? "descending" : "ascending";
        var order = head.getAttribute("aria-sort") === first ? other : first;
        heads.forEach(function (each) { each.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", order);
        sort(table, column, order === "descending");
      });
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("table[data-sortable]"), prepare);
})();
