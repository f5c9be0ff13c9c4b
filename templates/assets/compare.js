// Cities side by side: `?c=guangan,zhaoqing` names them, a combobox adds more; the data are those of
// each city's file. Without this script the page lists the cities.
(function () {
  "use strict";
  var form = document.querySelector("[data-compare]");
  if (!form || !window.fetch) return;
  var words = JSON.parse(form.dataset.words);
  var edition = document.documentElement.lang;
  var input = form.querySelector("input");
  var list = form.querySelector("[role=listbox]");
  var chips = document.querySelector(".chosen");
  var status = document.querySelector(".found");
  var place = document.querySelector(".compared");
  var every = document.querySelector("[data-candidates]");
  var MOST = 4;
  var OPTIONS = 12;
  var loaded = {};
  var turn = 0;
  var active = -1;
  var cities = {};
  Array.prototype.forEach.call(every.children, function (item) {
    var count = item.querySelector(".count");
    cities[item.dataset.slug] = {
      slug: item.dataset.slug, key: item.dataset.find, name: item.querySelector("a").textContent,
      more: count ? count.textContent : ""
    };
  });
  var chosen = new URLSearchParams(location.search).getAll("c").join(",").split(",").filter(function (slug, at, all) {
    return cities[slug] && all.indexOf(slug) === at;
  }).slice(0, MOST);

  function plain(text) {
    return text.normalize("NFD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  }

  function element(name, text, attributes) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }

  // A name in letters is found by its beginning, one in characters by any of them.
  function matching() {
    var query = plain(input.value);
    if (/^[\x00-\x7f]/.test(query)) query = " " + query;
    return Object.keys(cities).map(function (slug) { return cities[slug]; }).filter(function (city) {
      return chosen.indexOf(city.slug) < 0 && (" " + city.key).indexOf(query) >= 0;
    });
  }

  function open() {
    var found = matching();
    list.textContent = "";
    active = -1;
    input.removeAttribute("aria-activedescendant");
    found.slice(0, OPTIONS).forEach(function (city, at) {
      var option = element("li", city.name + (city.more ? " · " + city.more : ""), {
        role: "option", id: "city-" + at, "aria-selected": "false", "data-slug": city.slug
      });
      list.appendChild(option);
    });
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = !found.length ? words.none : found.length === 1 ? words.one : words.other.replace("0", found.length);
  }

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    if (list.hidden) open();
    var options = list.children;
    if (!options.length) return;
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  }

  function add(slug) {
    if (chosen.length < MOST && chosen.indexOf(slug) < 0) chosen.push(slug);
    input.value = "";
    close();
    update();
    if (input.disabled) chips.querySelector("button").focus();
  }

  function keys(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      var option = list.hidden ? null : list.children[Math.max(active, 0)];
      if (option) add(option.dataset.slug);
    } else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      close();
    }
  }

  function load(slug) {
    loaded[slug] = loaded[slug] || fetch(form.dataset.compare + slug + ".json").then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
    return loaded[slug];
  }

  function chip(slug) {
    var item = element("li");
    var button = element("button", cities[slug].name + " ×", {
      type: "button", "aria-label": words.remove.replace("{name}", cities[slug].name)
    });
    button.addEventListener("click", function () {
      chosen = chosen.filter(function (other) { return other !== slug; });
      update();
      input.focus();
    });
    item.appendChild(button);
    return item;
  }

  // Whether a figure is of an unknown part of its year; a target is of the whole.
  function inPart(one) { return one.period_kind === "within_year" && one.certainty !== "planned"; }

  // Indicator and period: what stands in one row.
  function rows(sets) {
    var found = {};
    sets.forEach(function (data, column) {
      data.figures.forEach(function (one) {
        var text = one.text[edition] || (one.change && one.change.text[edition]);
        // A county is not the city, and without a year of its own a figure cannot be compared.
        if (!text || one.place || one.indicator.indexOf("other-") === 0 || one.year_from === "article") return;
        // Nine months never stand beside a whole year, nor an amount until now beside either.
        var key = [one.indicator, 9999 - one.year, inPart(one), one.period[edition]].join("|");
        var row = found[key] = found[key] || {
          key: key, one: one, name: data.indicators[one.indicator][edition], cells: sets.map(function () { return []; })
        };
        // The same in several articles is said once, where so many digits cannot be chance.
        var known = row.cells[column].some(function (item) {
          return item.one.text[edition] === one.text[edition] && (one.value || "").replace(/[^0-9]|0+$/g, "").length > 2;
        });
        if (!known) row.cells[column].push({ one: one, data: data });
      });
    });
    function end(row) { return row.one.period.end || ""; }
    function common(row) { return row.cells.filter(function (cell) { return cell.length; }).length; }
    var most = {}, whole = {};
    Object.keys(found).forEach(function (key) {
      var slug = found[key].one.indicator;
      most[slug] = most[slug] || sets.map(function () { return 0; });
      whole[slug] = Math.max(whole[slug] || 0, found[key].one.whole_city);
      found[key].cells.forEach(function (cell, at) { most[slug][at] = most[slug][at] || (cell.length ? 1 : 0); });
    });
    // All rows of an indicator stay together.
    function shared(row) { return most[row.one.indicator].reduce(function (sum, has) { return sum + has; }, 0); }
    return Object.keys(found).map(function (key) { return found[key]; }).sort(function (one, other) {
      return shared(other) - shared(one) || whole[other.one.indicator] - whole[one.one.indicator] || one.name.localeCompare(other.name, edition) ||
        other.one.year - one.one.year || end(other).localeCompare(end(one)) || common(other) - common(one) || (one.key < other.key ? -1 : 1);
    });
  }

  function figure(item) {
    var one = item.one;
    var entry = element("li");
    var article = item.data.articles[one.article];
    var link = element("a", one.text[edition] || one.change.text[edition], {
      href: form.dataset.home + "articles/" + one.article + "/#" + one.anchor
    });
    if (article.title[edition]) link.title = article.title[edition];
    entry.appendChild(link);
    if (one.text[edition] && one.change) entry.appendChild(document.createTextNode(" (" + one.change.text[edition] + ")"));
    if (one.certainty === "planned") {
      entry.appendChild(document.createTextNode(" "));
      entry.appendChild(element("span", words.planned, { "class": "note" }));
    }
    if (one.said[edition]) {
      var quote = element("q", one.said[edition]);
      // An article without English is quoted in its own words.
      if (edition === "en" && /[\u3400-\u9fff]/.test(one.said[edition])) quote.lang = "zh-Hans";
      entry.appendChild(quote);
    }
    return entry;
  }

  function line(head, cells) {
    var made = element("tr");
    made.appendChild(element("th", head, { scope: "row" }));
    cells.forEach(function (items) {
      var cell = element("td", items.length ? "" : "–");
      if (!items.length) cell.className = "none";
      var inside = element("ul");
      items.forEach(function (item) { inside.appendChild(item); });
      if (items.length) cell.appendChild(inside);
      made.appendChild(cell);
    });
    return made;
  }

  function topic(data) {
    return function (one) {
      var item = element("li");
      item.appendChild(element("a", data.topics[one.topic][edition], { href: form.dataset.home + "topics/" + one.topic + "/" }));
      item.appendChild(element("span", " " + one.articles, { "class": "count" }));
      return item;
    };
  }

  function story(data) {
    return function (slug) {
      var article = data.articles[slug];
      var own = article.title[edition];
      var item = element("li");
      var link = element("a", own || article.title["zh-Hans"], { href: form.dataset.home + "articles/" + slug + "/" });
      if (!own) link.lang = "zh-Hans";
      item.appendChild(link);
      item.appendChild(element("time", article.date, { datetime: article.date }));
      return item;
    };
  }

  function show(sets) {
    var table = element("table", "", { "class": sets.length > 2 ? "dossier many" : "dossier" });
    var head = element("tr");
    head.appendChild(element("th", words.indicator, { scope: "col" }));
    sets.forEach(function (data) {
      var city = data.cities[data.city];
      var cell = element("th", "", { scope: "col" });
      cell.appendChild(element("a", city.name[edition], { href: form.dataset.home + "cities/" + city.slug + "/" }));
      head.appendChild(cell);
    });
    table.appendChild(element("thead")).appendChild(head);
    var body = table.appendChild(element("tbody"));
    rows(sets).forEach(function (row) {
      var when = row.one.period[edition] || String(row.one.year);
      if (inPart(row.one)) when = words.part.replace("{period}", when);
      body.appendChild(line(row.name + " · " + when, row.cells.map(function (cell) { return cell.map(figure); })));
    });
    body.appendChild(line(words.topics, sets.map(function (data) { return data.topics_of_city.map(topic(data)); }))).className = "topics";
    body.appendChild(line(words.stories, sets.map(function (data) { return data.newest.map(story(data)); })));
    place.textContent = "";
    place.appendChild(table);
    place.hidden = false;
  }

  function update() {
    var mine = ++turn;
    var query = chosen.length ? "?c=" + chosen.join(",") : "";
    history.replaceState(history.state, "", location.pathname + query);
    chips.textContent = "";
    chosen.forEach(function (slug) { chips.appendChild(chip(slug)); });
    chips.hidden = !chosen.length;
    every.hidden = chosen.length > 0;
    input.disabled = chosen.length >= MOST;
    place.hidden = true;
    status.textContent = chosen.length >= MOST ? words.full : chosen.length === 1 ? words.more : "";
    if (!chosen.length) return;
    Promise.all(chosen.map(load)).then(function (sets) {
      if (mine !== turn) return;
      show(sets);
      if (sets.some(function (data) { return !data.complete; })) status.textContent += " " + words.some;
    }, function () {
      loaded = {};
      if (mine === turn) status.textContent = words.failed;
    });
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  input.addEventListener("input", open);
  input.addEventListener("keydown", keys);
  input.addEventListener("blur", function () { setTimeout(close, 150); });
  list.addEventListener("mousedown", function (event) { event.preventDefault(); });
  list.addEventListener("click", function (event) {
    var option = event.target.closest("[role=option]");
    if (option) add(option.dataset.slug);
  });
  update();
})();
