// Reloads the page when the site has been built anew. The name of what the page shows came
// with it; the stream tells the name of what there is to show, also after a lost connection.
(function () {
  "use strict";
  var shown = document.currentScript.dataset.state;
  var kept = "digest-preview-scroll";
  var stream = null;
  var whole = false;

  // Before the page is whole, the place that is kept from the one before still counts; the top
  // of a page needs no keeping, and would undo what a reader scrolls while it loads.
  function reload() {
    close();
    try {
      if (scrollX || scrollY) {
        sessionStorage.setItem(kept, JSON.stringify([location.href, scrollX, scrollY]));
      } else if (whole) {
        sessionStorage.removeItem(kept);
      }
    } catch (error) {
      // Storage is switched off: the browser's own memory of the place has to do.
    }
    location.reload();
  }

  function restore() {
    whole = true;
    try {
      var place = JSON.parse(sessionStorage.getItem(kept));
      sessionStorage.removeItem(kept);
      if (place && place[0] === location.href) {
        scrollTo({ left: place[1], top: place[2], behavior: "instant" });
      }
    } catch (error) {
      // As above.
    }
  }

  function close() {
    if (stream) stream.close();
    stream = null;
  }

  // A tab out of sight lets go of its connection (a browser has six of them for a host) and
  // asks again when it is looked at.
  function open() {
    if (stream || document.hidden) return;
    stream = new EventSource("/.digest/events");
    stream.onmessage = function (event) {
      if (event.data !== shown) reload();
    };
    stream.onerror = function () {
      if (stream && stream.readyState === EventSource.CLOSED) {
        close();
        setTimeout(open, 1000);
      }
    };
  }

  document.addEventListener("visibilitychange", function () {
    if (document.hidden) close();
    else open();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  if (document.readyState === "complete") restore();
  else addEventListener("load", restore);
  open();
})();
