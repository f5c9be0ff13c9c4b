"""The editor's desk: a local web application over the files of a site.

The files stay the truth: nothing is kept anywhere else, and whatever a page does, it calls the
functions that the commands call. `desk.py` is what stays in memory, `app.py` the application,
`page.py` says what a page is; one module of ``pages/`` is one page, found by its name, with a
template of that name in ``templates/`` and its words in ``words/desk/``.

**Look** (``assets/desk.css`` begins with the same list): sizes, colours and spaces are custom
properties; ``.button`` (``primary``, ``quiet``, ``danger``, ``small``), ``.table``, ``.field``,
``.badge`` and ``.note`` (``good``, ``warn``, ``bad``, ``info``), ``.card``, ``.split``, ``.tabs``,
``.chips``, ``.diff``, ``dialog``, ``#toasts``. Macros in ``parts.html``: ``icon``, ``badge``,
``token``, ``field``, ``problems``, ``empty``.

**Browser** (ES modules in ``assets/``): `core.js` (``post``, ``toast``, ``ask``), `words.js`
(``t``), `events.js` (``on``), `jobs.js` (``watch``), `drafts.js` (``keep``), `saving.js`
(``save``, with the choice where a file has changed meanwhile).
"""
