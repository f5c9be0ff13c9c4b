// Figures across cities: filters by city, indicator, topic and year, and a search, over the data of
// figures.json. The address keeps what is chosen. Without this script the tables are whole.
(function () {
  "use strict";
  var form = document.querySelector("[data-figures]");
  if (!form || !window.fetch) return;
  var table = document.querySelector("table.across");
  var status = document.querySelector(".found");
  var jump = document.querySelector(".jump");
  var words = JSON.parse(form.dataset.words);
  var edition = document.documentElement.lang;
  var root = form.dataset.figures.replace(/figures\.json$/, "");
  var whole = Array.prototype.slice.call(table.tBodies);
  var bare = table.hidden;
  var SHOWN = 300;
  // Files of data that are read at once; the newest first, then those that have most to add.
  var FILES = 48;
  // Names of indicators that a note has.
  var NAMED = 6;
  // The number of figures of each indicator, and its name, by the links to their pages.
  var sizes = {};
  Array.prototype.forEach.call(document.querySelectorAll(".jump a"), function (link) {
    var count = link.parentNode.querySelector(".count");
    var slug = /figures\/([^/]+)\/$/.exec(link.getAttribute("href"));
    if (slug && count) sizes[slug[1]] = { size: Number(count.textContent.replace(/\D/g, "")), name: link.textContent };
  });
  var loaded = {};
  var turn = 0;

  function load(address) {
    loaded[address] = loaded[address] || fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
    return loaded[address];
  }

  // Lower case, without tones, spaces and marks.
  function plain(text) {
    return text.normalize("NFD").toLowerCase().replace(/[^\p{L}\p{N}%]/gu, "");
  }

  function chosen() {
    var found = {};
    ["indicator", "city", "topic", "year", "q"].forEach(function (name) {
      var field = form.elements[name];
      if (field && field.value.trim()) found[name] = field.value.trim();
    });
    return found;
  }

  // How many figures of an indicator are missing in the file of the newest ones.
  function missing(first, slug) {
    if (!sizes[slug]) return Infinity;
    return first.figures.reduce(function (rest, one) {
      return one.indicator === slug ? rest - (one.value !== null) - (one.change !== null) : rest;
    }, sizes[slug].size);
  }

  // The files that have what is asked for, and whether that is all there is; otherwise the names of
  // the indicators of which files are left out.
  function files(first, want) {
    if (first.complete) return { names: [], complete: true };
    if (want.city && !want.indicator) return { names: ["cities/" + want.city + ".json"] };
    // Figures whose year is not stated are in the files of any year.
    var of = want.year === "0" ? "" : want.year;
    if (!want.indicator && !of) return { names: [], complete: false };
    var names = [];
    Object.keys(first.parts).forEach(function (slug) {
      if (want.indicator && slug !== want.indicator) return;
      var more = want.indicator ? 1 : missing(first, slug);
      if (more <= 0) return;
      Object.keys(first.parts[slug]).forEach(function (year) {
        if (of && year !== "all" && year !== of) return;
        for (var number = 1; number <= first.parts[slug][year]; number += 1) {
          var at = year === "all" ? "" : "/" + year + (number > 1 ? "-" + number : "");
          names.push({ year: year, more: more, slug: slug, name: "figures/" + slug + at + ".json" });
        }
      });
    });
    names.sort(function (one, other) {
      if (want.indicator && one.year !== other.year) return one.year < other.year ? 1 : -1;
      return one.more === other.more ? 0 : other.more - one.more;
    });
    var left = names.slice(FILES).map(function (part) { return sizes[part.slug] ? sizes[part.slug].name : ""; });
    left = want.indicator ? [] : left.filter(function (name, at) { return name && left.indexOf(name) === at; });
    return {
      names: names.slice(0, FILES).map(function (part) { return part.name; }),
      complete: names.length <= FILES, left: left, also: !want.indicator
    };
  }

  function gather(want) {
    return load(form.dataset.figures).then(function (first) {
      var plan = files(first, want);
      if (!plan.names.length) return { sets: [first], complete: plan.complete };
      return Promise.all(plan.names.map(function (name) { return load(root + name); })).then(function (sets) {
        var complete = plan.complete === undefined ? sets[0].complete : plan.complete;
        // The newest figures too, if not all files were read that may have them.
        return { sets: plan.also ? [first].concat(sets) : sets, complete: complete, left: plan.left };
      });
    });
  }

  function values(names) {
    return Object.keys(names || {}).map(function (key) { return names[key]; }).join(" ");
  }

  // The city of a figure, or those of its article where that does not say which.
  function citiesOf(one, data) {
    var codes = one.city ? [one.city] : (data.articles[one.article].cities || []).slice(0, 3);
    return codes.map(function (code) { return data.cities[code]; });
  }

  // The year that the article states of a figure, else 0.
  function statedYear(one) { return one.year_from === "article" ? 0 : one.year; }

  function fits(one, data, want, asked) {
    var article = data.articles[one.article];
    var cities = citiesOf(one, data);
    if (!one.text[edition] && !(one.change && one.change.text[edition])) return false;
    if (want.indicator && one.indicator !== want.indicator) return false;
    if (want.city && !cities.some(function (city) { return city.slug === want.city; })) return false;
    if (want.topic && article.topics.indexOf(want.topic) < 0) return false;
    if (want.year && String(statedYear(one)) !== want.year) return false;
    if (!asked.length) return true;
    var text = plain([
      values(data.indicators[one.indicator]),
      cities.map(function (city) { return values(city.name) + city.slug; }).join(" "),
      one.place ? values(data.places[one.place].name) : "", values(one.text), values(one.said), values(article.title), values(one.change && one.change.text)
    ].join(" "));
    return asked.every(function (word) { return text.indexOf(word) >= 0; });
  }

  function element(name, text, attributes) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }

  // A number by which periods are sorted: by their last day, then by their first.
  function when(one) {
    var days = one.period.end ? one.period.end + one.period.start : one.year + "000000000000";
    return Number(days.replace(/-/g, ""));
  }

  function cell(text, value) {
    return element("td", text, !text || value === undefined ? {} : { "data-value": value });
  }

  function row(item) {
    var one = item.one, data = item.data;
    var made = element("tr");
    var head = element("th", "", { scope: "row" });
    citiesOf(one, data).forEach(function (city, at) {
      if (at) head.append(" · ");
      head.append(element("a", city.name[edition], { href: form.dataset.home + "cities/" + city.slug + "/" }));
    });
    if (!head.firstChild) head.append("–");
    if (one.place) head.append(" · " + data.places[one.place].name[edition]);
    if (one.certainty === "planned") {
      head.appendChild(document.createTextNode(" "));
      head.appendChild(element("span", words.planned, { "class": "note" }));
    }
    if (one.said[edition]) head.appendChild(element("q", one.said[edition]));
    made.appendChild(head);
    made.appendChild(cell(one.period[edition], when(one)));
    made.appendChild(cell(one.text[edition], one.value === null ? "" : one.value.split("-")[0]));
    made.appendChild(cell(one.change && one.change.text[edition], one.change ? one.change.percent : ""));
    var article = data.articles[one.article];
    var last = element("td");
    var link = element("a", article.source[edition] + " ", { href: form.dataset.home + "articles/" + one.article + "/#" + one.anchor });
    if (article.title[edition]) link.title = article.title[edition];
    link.appendChild(element("time", article.date));
    last.appendChild(link);
    made.appendChild(last);
    return made;
  }

  function tables(items) {
    var groups = {};
    items.forEach(function (item) {
      (groups[item.one.indicator] = groups[item.one.indicator] || []).push(item);
    });
    var names = {};
    Object.keys(groups).forEach(function (slug) { names[slug] = groups[slug][0].data.indicators[slug][edition]; });
    return Object.keys(groups).sort(function (one, other) {
      var last = (one.indexOf("other-") === 0) - (other.indexOf("other-") === 0);
      return last || names[one].localeCompare(names[other], edition);
    }).map(function (slug) {
      var body = element("tbody", "", { id: slug });
      var head = element("tr", "", { "class": "heading" });
      head.appendChild(element("th", names[slug], { scope: "rowgroup", colspan: "5" }));
      body.appendChild(head);
      groups[slug].forEach(function (item) { body.appendChild(row(item)); });
      return body;
    });
  }

  function put(bodies) {
    Array.prototype.slice.call(table.tBodies).forEach(function (body) { body.remove(); });
    bodies.forEach(function (body) { table.appendChild(body); });
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head) { head.removeAttribute("aria-sort"); });
  }

  function said(number, complete, left) {
    var text = number === 0 ? words.none : number === 1 ? words.one : words.other.replace("0", number.toLocaleString("en"));
    if (number > SHOWN) text += " " + words.first.replace("0", SHOWN);
    if (complete) return text;
    if (!left || !left.length) return text + " " + words.newest;
    var names = left.slice(0, NAMED).join(edition === "en" ? ", " : "、");
    return text + " " + words.partly + (edition === "en" ? " " : "") + names + (left.length > NAMED ? " …" : "");
  }

  function show(want, found) {
    var asked = (want.q || "").split(/\s+/).map(plain).filter(Boolean);
    var items = [];
    var seen = {};
    found.sets.forEach(function (data) {
      data.figures.forEach(function (one) {
        var key = JSON.stringify(one);
        if (found.sets.length > 1 && seen[key]) return;
        seen[key] = true;
        if (fits(one, data, want, asked)) items.push({ one: one, data: data });
      });
    });
    items.sort(function (one, other) { return when(other.one) - when(one.one); });
    put(tables(items.slice(0, SHOWN)));
    table.hidden = !items.length;
    if (jump) jump.hidden = true;
    status.textContent = said(items.length, found.complete, found.left);
  }

  function address(want) {
    var query = new URLSearchParams(want).toString();
    history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash);
  }

  function update() {
    var want = chosen();
    var mine = ++turn;
    address(want);
    if (!Object.keys(want).length) {
      put(whole);
      table.hidden = bare;
      if (jump) jump.hidden = false;
      status.textContent = "";
      return;
    }
    gather(want).then(function (found) {
      if (mine === turn) show(want, found);
    }, function () {
      loaded = {};
      if (mine === turn) status.textContent = words.failed;
    });
  }

  form.hidden = false;
  new URLSearchParams(location.search).forEach(function (value, name) {
    if (form.elements[name]) form.elements[name].value = value;
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", update);
  form.addEventListener("reset", function () { setTimeout(update); });
  if (Object.keys(chosen()).length) update();
})();
