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
