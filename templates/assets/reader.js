// What a reader keeps in the browser, and nowhere else: colours, text size, what is new since the last
// visit, a reading list, and (where the site asks for it) pages to read without a network.
(function () {
  "use strict";
  var self = document.currentScript.dataset;
  var words = JSON.parse(self.words);
  var root = document.documentElement;
  var MOST = 3000;

  function read(storage, key) {
    try {
      return JSON.parse(storage.getItem(key));
    } catch (error) {
      return null;
    }
  }

  function keep(storage, key, value) {
    try {
      if (value === null || value === "") storage.removeItem(key);
      else storage.setItem(key, typeof value === "string" ? value : JSON.stringify(value));
    } catch (error) {
      // Storage is switched off or full: the choice holds for this page alone.
    }
  }

  function make(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function button(text, press, label) {
    var made = make("button", "", text);
    made.type = "button";
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", press);
    return made;
  }

  // The settings: a small panel in the masthead.
  function panel() {
    var bar = document.querySelector(".masthead .bar");
    if (!bar) return;
    var details = make("details", "reader");
    var summary = make("summary", "", "Aa");
    summary.setAttribute("aria-label", words.settings);
    summary.title = words.settings;
    var box = make("div");
    box.appendChild(themes());
    box.appendChild(sizes());
    var link = make("a", "", words.list);
    link.href = self.list;
    box.appendChild(link);
    details.appendChild(summary);
    details.appendChild(box);
    bar.appendChild(details);
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      summary.focus();
    });
    document.addEventListener("click", function (event) {
      if (!details.contains(event.target)) details.open = false;
    });
  }

  function group(name) {
    var set = make("fieldset");
    set.appendChild(make("legend", "", name));
    return set;
  }

  function themes() {
    var set = group(words.theme);
    var buttons = ["", "light", "dark"].map(function (theme) {
      var made = button(words[theme || "auto"], function () {
        if (theme) root.dataset.theme = theme;
        else delete root.dataset.theme;
        keep(localStorage, "theme", theme);
        show();
      });
      made.dataset.theme = theme;
      set.appendChild(made);
      return made;
    });
    function show() {
      buttons.forEach(function (made) {
        var chosen = made.dataset.theme === (root.dataset.theme || "");
        made.setAttribute("aria-pressed", String(chosen));
      });
    }
    show();
    return set;
  }

  function sizes() {
    var set = group(words.size);
    [[-1, "A−", words.smaller], [1, "A+", words.larger]].forEach(function (one) {
      set.appendChild(
        button(
          one[1],
          function () {
            var size = Math.max(-1, Math.min(2, Number(root.dataset.size || 0) + one[0]));
            if (size) root.dataset.size = String(size);
            else delete root.dataset.size;
            keep(localStorage, "size", size ? String(size) : "");
          },
          one[2]
        )
      );
    });
    return set;
  }

  // New since the last visit: what the front page shows now and did not show then.
  function slug(link) {
    var found = /\/articles\/([^/]+)\/$/.exec(link.pathname);
    return found ? found[1] : "";
  }

  function links() {
    return Array.prototype.filter.call(document.querySelectorAll("main a[href]"), function (link) {
      return link.origin === location.origin && slug(link);
    });
  }

  function fresh(front) {
    var known = read(localStorage, "known");
    var found = read(sessionStorage, "fresh");
    if (front) {
      var here = links().map(slug).filter(function (one, at, all) {
        return all.indexOf(one) === at;
      });
      if (!found) {
        var seen = known ? known.slugs : here;
        found = {
          day: known ? known.day : "",
          slugs: here.filter(function (one) {
            return seen.indexOf(one) < 0;
          }),
        };
        keep(sessionStorage, "fresh", found);
      }
      var all = here.concat(known ? known.slugs : []).filter(function (one, at, list) {
        return list.indexOf(one) === at;
      });
      keep(localStorage, "known", { day: new Date().toISOString(), slugs: all.slice(0, MOST) });
    }
    return found || { day: "", slugs: [] };
  }

  function mark() {
    var front = document.body.className === "home" && !document.querySelector(".pager [rel=prev]");
    var found = fresh(front);
    if (!found.slugs.length) return;
    links().forEach(function (link) {
      if (found.slugs.indexOf(slug(link)) < 0 || link.closest("nav")) return;
      link.parentNode.insertBefore(make("span", "new", words.new), link.nextSibling);
    });
    var latest = document.querySelector("section.latest");
    if (!front || !latest) return;
    var day = new Intl.DateTimeFormat(root.lang, { dateStyle: "long" }).format(new Date(found.day));
    var said = words.since.replace("{n}", found.slugs.length).replace("{date}", day);
    latest.insertBefore(make("p", "since", said), latest.children[1] || null);
  }

  // The reading list.
  function list() {
    var found = read(localStorage, "reading");
    return Array.isArray(found) ? found : [];
  }

  function without(where) {
    return list().filter(function (one) {
      return one.slug !== where;
    });
  }

  function saving() {
    var header = document.querySelector("body.article .text > header");
    var title = document.querySelector("h1");
    var here = slug(location);
    if (!header || !title || !here) return;
    var time = header.querySelector("time");
    var made = button(words.save, function () {
      var saved = made.getAttribute("aria-pressed") === "true";
      var rest = without(here);
      if (!saved) {
        rest.unshift({
          slug: here,
          title: title.textContent,
          lang: title.lang || root.lang,
          path: location.pathname,
          date: time ? time.textContent : "",
        });
      }
      keep(localStorage, "reading", rest);
      show();
    });
    made.className = "save";
    function show() {
      var saved = without(here).length < list().length;
      made.setAttribute("aria-pressed", String(saved));
      made.textContent = saved ? words.saved : words.save;
    }
    show();
    header.appendChild(made);
  }

  function kept() {
    var box = document.querySelector("[data-kept]");
    if (!box) return;
    var all = list();
    box.textContent = "";
    if (!all.length) box.appendChild(make("li", "", words.empty));
    all.forEach(function (one) {
      if (typeof one.path !== "string" || one.path.charAt(0) !== "/" || one.path.charAt(1) === "/") return;
      var item = make("li");
      var text = make("div");
      var link = make("a", "", one.title);
      link.href = one.path;
      link.lang = one.lang;
      text.appendChild(link);
      text.appendChild(make("time", "", one.date));
      item.appendChild(text);
      var remove = button(words.remove, function () {
        keep(localStorage, "reading", without(one.slug));
        kept();
      }, words.remove + ": " + one.title);
      remove.className = "unsave";
      item.appendChild(remove);
      box.appendChild(item);
    });
  }

  // Without a network: a worker where the site asks for one; one that it had before goes.
  function worker() {
    if (!("serviceWorker" in navigator)) return;
    var scope = new URL(self.root, location.href).href;
    if (self.offline !== undefined) {
      navigator.serviceWorker.register(scope + "sw.js").catch(function () {});
      return;
    }
    navigator.serviceWorker.getRegistrations().then(function (found) {
      found.forEach(function (one) {
        if (one.scope === scope) one.unregister();
      });
    }).catch(function () {});
  }

  panel();
  mark();
  saving();
  kept();
  worker();
})();
