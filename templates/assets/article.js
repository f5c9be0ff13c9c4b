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
      window.setTimeout(function () {
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
    var body = text.querySelector(".body");
    Array.prototype.forEach.call(body ? body.children : [], function (block) {
      if (!/^(P|H[2-6])$/.test(block.tagName) || !/^p\d+$/.test(block.id)) return;
      var mark = button("to-here", "#", text.dataset.link);
      mark.addEventListener("click", function () {
        history.replaceState(null, "", "#" + block.id);
        copy(location.href, mark, text.dataset.copied);
      });
      block.appendChild(mark);
    });
  }

  function citation(text) {
    var now = new Date();
    var two = function (n) {
      return (n < 10 ? "0" : "") + n;
    };
    var day = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
    text.textContent = text.textContent.replace(PUBLISHED, "$1[" + day + "]");
    if (!navigator.clipboard) return;
    var mark = button("copy", text.dataset.copy);
    mark.addEventListener("click", function () {
      copy(text.textContent, mark, text.dataset.copied);
    });
    text.parentNode.appendChild(mark);
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

  Array.prototype.forEach.call(document.querySelectorAll(".text[data-link]"), paragraphs);
  Array.prototype.forEach.call(document.querySelectorAll("[data-copy]"), citation);
  document.addEventListener("click", frame);
})();
