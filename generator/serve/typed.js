// Shows what is being typed at the desk: the page that frames this one says under which key the
// text is kept, and its place here stays. An empty key says that the text is saved.
(function () {
  "use strict";
  if (parent === window) return;
  var wanted = null;

  function typed(key) {
    var address = new URL(location.href);
    if (key) address.searchParams.set("typed", key);
    else address.searchParams.delete("typed");
    return address.href;
  }

  function show(key) {
    var address = typed(key);
    wanted = address;
    if (address === location.href) return;
    if (!key) {
      history.replaceState(null, "", address);
      return;
    }
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

  addEventListener("message", function (event) {
    if (event.source === parent && event.data && typeof event.data.typed === "string") {
      show(event.data.typed);
    }
  });
})();
