"""The editor's desk: a local web application for editing the files of a site.

The desk has no data of its own: it reads and writes the files of the site, and calls the functions
that the commands call. `desk.py` holds the state in memory, `app.py` is the application, and
`page.py` defines what a page is. Each module of ``pages/`` is a page; its template of the same name
is in ``templates/``, its words are in ``words/desk/``.

**Look** (``assets/desk.css`` begins with the same list): sizes, colours and spaces are custom
properties; ``.button`` (``primary``, ``quiet``, ``danger``, ``small``), ``.table``, ``.field``,
``.badge`` and ``.note`` (``good``, ``warn``, ``bad``, ``info``), ``.card``, ``.split``, ``.tabs``,
``.chips``, ``.diff``, ``dialog``, ``#toasts``. Macros in ``parts.html``: ``icon``, ``badge``,
``token``, ``field``, ``problems``, ``empty``.

**Browser** (ES modules in ``assets/``): `core.js` (``post``, ``toast``, ``ask``), `words.js`
(``t``), `events.js` (``on``), `jobs.js` (``watch``), `drafts.js` (``keep``), `saving.js`
(``save``; if the file has changed meanwhile, it offers both versions).
"""
