// Shows what is being typed at the desk: the page that frames this one says which page it wants to
// see, and under which key its text is kept. The reader's place stays. An empty key says that the
// text is saved.
(function () {
  "use strict";
  if (parent === window) return;
  var wanted = null;

  function show(page, key) {
    var address = new URL(page, location.origin);
    if (address.origin !== location.origin) return;
    if (key) address.searchParams.set("typed", key);
    wanted = address.href;
    if (wanted === location.href) return;
    if (address.pathname !== location.pathname) location.replace(wanted);
    else if (key) put(wanted);
    else history.replaceState(null, "", wanted);
  }

  function put(address) {
    fetch(address).then(function (answer) {
      return answer.ok ? answer.text() : "";
    }).then(function (html) {
      if (!html || wanted !== address) return;
      var page = new DOMParser().parseFromString(html, "text/html");
      var now = document.querySelector("main");
      var main = page.querySelector("main");
      if (!now || !main || page.body.className !== document.body.className) {
        location.replace(address);
        return;
      }
      now.replaceWith(document.adoptNode(main));
      document.title = page.title;
      history.replaceState(null, "", address);
    }).catch(function () {
      // The desk has ended; it says so itself.
    });
  }

  // Whichever of the two pages comes first hears of the other: nothing is said to one that does not
  // listen yet.
  function ready() {
    parent.postMessage("typed", "*");
  }

  addEventListener("message", function (event) {
    var said = event.data;
    if (event.source !== parent) return;
    if (said === "typed") ready();
    else if (said && typeof said.typed === "string") show(String(said.page), said.typed);
  });
  ready();
})();
