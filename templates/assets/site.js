// Changing edition or view keeps the reader's place: links marked data-keep take along the
// paragraph at the top of the window, and the page they lead to puts it back at its height.
// Without this script they are plain links to the top of the other page.
(function () {
  "use strict";
  var KEY = "place";
  // A reader's eye is a little below the top of the window.
  var EYE = 0.2;

  function paragraphs() {
    return Array.prototype.filter.call(document.querySelectorAll("main [id]"), function (element) {
      return /^p\d+$/.test(element.id);
    });
  }

  // The paragraph under the eye, and how much of it has passed; null above the first one.
  function place() {
    var line = window.innerHeight * EYE;
    var found = null;
    paragraphs().forEach(function (element) {
      var box = element.getBoundingClientRect();
      if (box.top <= line && box.height) {
        found = { id: element.id, part: Math.min(1, (line - box.top) / box.height) };
      }
    });
    return window.scrollY > 0 ? found : null;
  }

  function keep(event) {
    var link = event.target.closest && event.target.closest("a[data-keep]");
    if (!link) return;
    var here = place();
    link.hash = here ? here.id : "";
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
    var box = element.getBoundingClientRect();
    var top = window.scrollY + box.top + box.height * kept.part - window.innerHeight * EYE;
    window.scrollTo({ top: Math.max(0, top), behavior: "instant" });
  }

  document.addEventListener("click", keep, true);
  document.addEventListener("auxclick", keep, true);
  if (document.readyState === "complete") restore();
  else window.addEventListener("load", restore);
})();
