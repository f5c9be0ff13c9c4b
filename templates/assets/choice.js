// Sends a first visitor on to the edition of their browser's language. Whoever comes here
// from the site itself, or to /#choose, wants to choose.
(function () {
  "use strict";
  var here = new URL(".", location.href).href;
  if (location.hash === "#choose" || document.referrer.indexOf(here) === 0) return;
  var editions = {};
  document.querySelectorAll('link[rel="alternate"][hreflang]').forEach(function (link) {
    if (link.hreflang !== "x-default") editions[link.hreflang] = link.hreflang.toLowerCase() + "/";
  });
  function wanted(language) {
    var tag = language.toLowerCase();
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/.test(tag)) return ["zh-Hant", "zh-Hans"];
    if (/^zh\b/.test(tag)) return ["zh-Hans", "zh-Hant"];
    return [language, tag.split("-")[0]];
  }
  var languages = navigator.languages || [navigator.language || ""];
  for (var i = 0; i < languages.length; i++) {
    var tags = wanted(languages[i]);
    for (var j = 0; j < tags.length; j++) {
      if (editions[tags[j]]) {
        // On a disk, a folder would show its list of files.
        location.replace(here + editions[tags[j]] + (location.protocol === "file:" ? "index.html" : ""));
        return;
      }
    }
  }
})();
