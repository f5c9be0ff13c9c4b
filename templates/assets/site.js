// The script of every page. Without it everything can be read; what is here adds comfort. It runs before
// the page is painted (for the choice of colours) and waits with the rest until the page is there.

// Before the page is painted: the reader's own choice of colours and text size.
(function () {
  "use strict";
  try {
    var theme = localStorage.getItem("theme");
    var size = localStorage.getItem("size");
    if (theme) document.documentElement.dataset.theme = theme;
    if (size) document.documentElement.dataset.size = size;
  } catch (error) {
    // Storage is switched off: the system's choice holds.
  }
})();

// Changing edition or view keeps the reader's place: links marked data-keep take along the
// paragraph at the top of the window (on a page without an article, what else has a name), and the
// page they lead to puts it back at its height. Other editions filter by the same.
// Without this script they are plain links to the top of the other page.
(function () {
  "use strict";
  var KEY = "place";
  // A reader's eye is a little below the top of the window.
  var EYE = 0.2;

  function paragraphs() {
    var all = document.querySelectorAll("main [id]");
    var own = [].filter.call(all, function (element) {
      return /^p\d/.test(element.id);
    });
    return own.length ? own : all;
  }

  // The paragraph under the eye, and how much of it has passed; null above the first one.
  function place() {
    var line = innerHeight * EYE;
    var found = null;
    paragraphs().forEach(function (element) {
      var box = element.getBoundingClientRect();
      if (box.top <= line && box.height) {
        found = { id: element.id, part: Math.min(1, (line - box.top) / box.height) };
      }
    });
    return scrollY > 0 ? found : null;
  }

  function keep(event) {
    var link = event.target.closest && event.target.closest("a[data-keep]");
    if (!link) return;
    var here = place();
    var target = document.querySelector("main :target");
    var shown = target && target.getBoundingClientRect().top < innerHeight;
    link.hash = here ? here.id : shown ? target.id : "";
    if (link.hreflang) link.search = location.search;
    try {
      if (here) sessionStorage.setItem(KEY, JSON.stringify(here));
      else sessionStorage.removeItem(KEY);
    } catch (error) {
      // Storage is switched off: the address alone leads to the paragraph.
    }
  }

  function restore() {
    var kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
    } catch (error) {
      return;
    }
    if (!kept || location.hash !== "#" + kept.id) return;
    var element = document.getElementById(kept.id);
    if (!element) return;
    function put() {
      var box = element.getBoundingClientRect();
      var top = scrollY + box.top + box.height * kept.part - innerHeight * EYE;
      scrollTo({ top: Math.max(0, top), behavior: "instant" });
    }
    put();
    // The page's typeface moves the text when it comes: once more, unless the reader has moved on.
    var moved = false;
    ["wheel", "touchmove", "keydown"].forEach(function (name) {
      addEventListener(name, function () { moved = true; }, { passive: true });
    });
    if (document.fonts) document.fonts.addEventListener("loadingdone", function () {
      if (!moved) put();
    });
  }

  document.addEventListener("click", keep, true);
  document.addEventListener("auxclick", keep, true);
  if (document.readyState === "complete") restore();
  else addEventListener("load", restore);
})();

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
    var link = make("a", "", words.list);
    link.href = self.list;
    box.append(themes(), sizes(), link);
    details.append(summary, box);
    bar.append(details);
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
    set.append(make("legend", "", name));
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
      set.append(made);
      return made;
    });
    function show() {
      buttons.forEach(function (made) {
        var chosen = made.dataset.theme === (root.dataset.theme || "");
        made.setAttribute("aria-pressed", chosen);
      });
    }
    show();
    return set;
  }

  function sizes() {
    var set = group(words.size);
    [[-1, "A−", words.smaller], [1, "A+", words.larger]].forEach(function (one) {
      set.append(
        button(
          one[1],
          function () {
            var size = Math.max(-1, Math.min(2, Number(root.dataset.size || 0) + one[0]));
            if (size) root.dataset.size = size;
            else delete root.dataset.size;
            keep(localStorage, "size", size || "");
          },
          one[2]
        )
      );
    });
    return set;
  }

  // New since the last visit: what the front page shows now and did not show then.
  function slug(link) {
    return (/\/articles\/([^/]+)\/(?:index\.html)?$/.exec(link.pathname) || [])[1] || "";
  }

  function links() {
    return [].filter.call(document.querySelectorAll("main a[href]"), function (link) {
      return link.origin === location.origin && slug(link);
    });
  }

  function fresh(front) {
    var known = read(localStorage, "known");
    var found = read(sessionStorage, "fresh");
    if (front) {
      var here = Array.from(new Set(links().map(slug)));
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
      var all = Array.from(new Set(here.concat(known ? known.slugs : [])));
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
      link.after(make("span", "new", words.new));
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
      made.setAttribute("aria-pressed", saved);
      made.textContent = saved ? words.saved : words.save;
    }
    show();
    header.append(made);
  }

  function kept() {
    var box = document.querySelector("[data-kept]");
    if (!box) return;
    var all = list();
    box.textContent = "";
    if (!all.length) box.append(make("li", "", words.empty));
    all.forEach(function (one) {
      if (!/^\/(?!\/)/.test(one.path)) return;
      var item = make("li");
      var text = make("div");
      var link = make("a", "", one.title);
      link.href = one.path;
      link.lang = one.lang;
      text.append(link, make("time", "", one.date));
      var remove = button(words.remove, function () {
        keep(localStorage, "reading", without(one.slug));
        kept();
      }, words.remove + ": " + one.title);
      remove.className = "unsave";
      item.append(text, remove);
      box.append(item);
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

  document.addEventListener("DOMContentLoaded", function () {
    panel();
    mark();
    saving();
    kept();
    worker();
  });
})();

// On the page of an article: links to paragraphs, citations to copy, frames on demand. Without this
// script the text is all there, a frame is a link, and a citation is copied by hand.
(function () {
  "use strict";
  // GB/T 7714: behind the day of the article stands that on which it was read.
  var PUBLISHED = /(\[EB\/OL\]\. .*?, (?:\([\d-]+\)|\[\d{4}\]))(?=\. )/;

  function copy(text, button, said) {
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(text).then(function () {
      var before = button.textContent;
      if (button.dataset.busy) return;
      button.dataset.busy = "1";
      button.textContent = said;
      setTimeout(function () {
        button.textContent = before;
        delete button.dataset.busy;
      }, 1600);
    });
  }

  function button(name, text, label) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.textContent = text;
    if (label) {
      made.setAttribute("aria-label", label);
      made.title = label;
    }
    return made;
  }

  function paragraphs(text) {
    text.querySelectorAll(".body > *").forEach(function (block) {
      if (!/^(P|H[2-6])$/.test(block.tagName) || !/^p\d+$/.test(block.id)) return;
      // Its sign comes from the style sheet, so that it is not copied with the text.
      var mark = button("to-here", "", text.dataset.link);
      mark.addEventListener("click", function () {
        history.replaceState(null, "", "#" + block.id);
        copy(location.href, mark, text.dataset.copied);
      });
      block.append(mark);
    });
  }

  function citation(text) {
    var now = new Date();
    // The reader's own day, not that of UTC.
    var day = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    text.textContent = text.textContent.replace(PUBLISHED, "$1[" + day + "]");
    if (!navigator.clipboard) return;
    var mark = button("copy", text.dataset.copy);
    mark.addEventListener("click", function () {
      copy(text.textContent, mark, text.dataset.copied);
    });
    text.parentNode.append(mark);
  }

  function frame(event) {
    var link = event.target.closest && event.target.closest("a[data-embed]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    var made = document.createElement("iframe");
    made.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
    made.setAttribute("referrerpolicy", "no-referrer");
    made.allowFullscreen = true;
    made.className = "embed";
    made.title = link.textContent;
    made.src = link.href;
    link.replaceWith(made);
    made.focus();
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(".text[data-link]").forEach(paragraphs);
    document.querySelectorAll("[data-copy]").forEach(citation);
  });
  document.addEventListener("click", frame);
})();

// Opened from a disk, a link to a folder would show its list of files: it leads to the page in it.
if (location.protocol === "file:") document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  document.querySelectorAll("a[href]").forEach(function (link) {
    // A link of the map has no text as its property `href`.
    var where = link.getAttribute("href");
    link.setAttribute("href", where.replace(/^(?!\w+:|\/\/)([^?#]*\/)(?=$|[?#])/, "$1index.html"));
  });
});
