// Search in the reader's browser. The index is read as generator/search writes it, and a
// query is cut up as the texts were. What only some queries or sites need is fetched for them:
// figures and dates, the index of a larger site, slips. FORMAT is the number that manifest.py gives
// to the layout of the files.
const core = (() => {
  "use strict";
  const FORMAT = 5;
  const MAY_BE_FIGURE = /[0-9\uff10-\uff19%$€¥]|[〇零一二三四五六七八九十百千万亿两萬億兩]{2}|[〇零一二三四五六七八九十]月|[一二三四五六七八九十两](?=[个個家名项項条條种種座期天次人户戶台位届屆])|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|百分之|季|半年|quarter|months|\bhalf\b|hundred|thousand|[mbtr]illion|\b(?:jan|feb|apr|aug|sept?|oct|nov|dec|janu|febru|septem|octo|novem|decem)(?:ary|ber)?\b|\b(?:ma(?:y|r(?:ch)?)|april|ju(?:ne?|ly?)|august)\b/i;
  const HAN = /[\u3400-\u9fff\uf900-\ufaff\ud840-\ud88d]/;
  const WORD = /[0-9]+(?:[.,][0-9]+)+|[0-9a-z]+(?:'[a-z]+)*/g;
  const NARROW = "0123456789abcdefghijklmnopqrstuvwxyz.,%";
  const QUOTES = "\"“”„＂「」『』";
  // Between words of a query, and words that say nothing beside others.
  const BETWEEN = /(?:[，、；。！？：;!?|（）()《》〈〉【】]|[/／](?=[\u3400-\u9fff]))+/;
  const EMPTY = new Set(("a an and are as at be by for from has have in into is it its of on or s that the their this to was"
    + " v versus vs were which with 的 和 与 及 在 了").split(" "));
  // Terms that are asked for: few for what is only looked for in articles without English.
  const MOST_TERMS = 6, FEW_TERMS = 3;

  // ---- Folding and stems: as fold.py and stemmer.py have them, with the same tables.

  function makeRules(tables) {
    const folds = new Map();
    const known = new Map();
    let endings = null;
    const rules = {
      fold(text) {
        let made = "";
        for (let i = 0; i < text.length; i++) {
          const to = folds.get(text[i]);
          made += to === undefined ? plain(text[i]) : to;
        }
        return made;
      },
      stem(word) {
        if (!known.has(word)) known.set(word, endings ? stem(word, endings) : word);
        return known.get(word);
      },
      // Other tables beside those that are known.
      learn(more) {
        for (const group of more.fold || []) {
          for (let i = 1; i < group.length; i++) folds.set(group[i], group[0]);
        }
        if (!more.stem || endings) return;
        endings = more.stem;
        known.clear();
      },
    };
    rules.learn(tables);
    return rules;
  }

  // A letter with an accent, or as wide as Han, that no table has.
  function plain(character) {
    if (!/[\u00c0-\u024f\u1e00-\u1eff\uff01-\uff5e]/.test(character)) return character;
    const made = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return made.length === 1 ? made : character;
  }

  function stem(word, rules) {
    if (!/^[a-z]{3,}$/.test(word)) return word;
    if (Object.hasOwn(rules.whole, word)) return rules.whole[word];
    let text = word.replace(/(^|[aeiouy])y/g, "$1Y");
    const head = rules.regions.find((one) => text.startsWith(one));
    const r1 = head ? head.length : region(text, 0);
    const r2 = region(text, r1);
    text = replaceEnding(text, rules.first, r1, r2);
    if (rules.settled.includes(text)) return text;
    text = past(text, rules, r1, r2);
    text = text.replace(/(.[^aeiouy])[yY]$/, "$1i");
    for (const step of [rules.third, rules.fourth, rules.fifth]) {
      text = replaceEnding(text, step, r1, r2);
    }
    return last(text, r1, r2).toLowerCase();
  }

  function region(text, start) {
    const at = text.slice(start).search(/[aeiouy][^aeiouy]/);
    return at < 0 ? text.length : start + at + 2;
  }

  function replaceEnding(text, rules, r1, r2) {
    for (const [ending, made, condition] of rules) {
      if (!text.endsWith(ending)) continue;
      const rest = text.slice(0, text.length - ending.length);
      const [where, after] = condition.split(" after ");
      if (!holds(where, rest, r1, r2)) return text;
      if (after && (!rest || !after.includes(rest[rest.length - 1]))) return text;
      return rest + (where === "short" && rest.length < 2 ? "ie" : made);
    }
    return text;
  }

  function holds(where, rest, r1, r2) {
    if (where === "r1") return rest.length >= r1;
    if (where === "r2") return rest.length >= r2;
    if (where === "vowel") return /[aeiouy]/.test(rest);
    if (where === "plural") return /[aeiouy]./.test(rest);
    return true;
  }

  const SHORT = /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;

  function past(text, rules, r1, r2) {
    const cut = replaceEnding(text, rules.second, r1, r2);
    if (cut === text || cut.endsWith("ee")) return cut;
    if (rules.mend.some((one) => cut.endsWith(one))) return cut + "e";
    if (rules.double.some((one) => cut.endsWith(one))) {
      return /^[aeo]..$/.test(cut) ? cut : cut.slice(0, -1);
    }
    return cut.length <= r1 && SHORT.test(cut) ? cut + "e" : cut;
  }

  function last(text, r1, r2) {
    const rest = text.slice(0, -1);
    if (text.endsWith("e")) {
      return rest.length >= r2 || (rest.length >= r1 && !SHORT.test(rest)) ? rest : text;
    }
    return text.endsWith("ll") && rest.length >= r2 ? rest : text;
  }

  // ---- Terms: as terms.py has them.

  function step(number, code) {
    const mixed = Math.imul(number ^ code, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }

  function numberOf(term) {
    let number = 0x811c9dc5;
    for (const character of term) number = step(number, character.codePointAt(0));
    return number;
  }

  const pairNumber = (first, second) => step(step(numberOf(first), 32), numberOf(second));

  function chineseTerms(run) {
    const all = Array.from(run);
    if (all.length === 1) return all;
    const narrow = (c) => NARROW.includes(c);
    const terms = all.slice(1).map((c, i) => all[i] + c);
    all.slice(2).forEach((c, i) => {
      if (narrow(all[i]) && narrow(all[i + 1])) terms.push(all[i] + all[i + 1] + c);
    });
    return terms;
  }

  // The words of a folded text, each with its place.
  function words(text) {
    return Array.from(text.matchAll(WORD), (match) => ({
      word: match[0].replace(/'s$/, "").replace(/[',]/g, ""),
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  // ---- Figures and dates: search-figures.js brings them for queries that may have some.

  let figuresIn = () => [], figuresOf = () => [], datesIn = () => [], dateOf = () => null;
  let oneNumber = (query) => query, regrouped = () => [];

  function learn(more) {
    ({ figuresIn = figuresIn, figuresOf = figuresOf, datesIn = datesIn, dateOf = dateOf } = more);
    ({ oneNumber = oneNumber, regrouped = regrouped } = more);
    Object.assign(made, more);
  }

  // ---- The terms of texts, where no index is read

  // Calls `add` with each term of a folded line of a text.
  function chineseTermsIn(line, add) {
    for (const run of line.split(" ").filter(Boolean)) {
      const all = Array.from(run);
      all.forEach(add);
      if (all.length > 1) chineseTerms(run).forEach(add);
    }
  }

  // The weight of each term of an article, as postings.py gives them; `addTerms` calls back with
  // the number of each term of a line, the first of which is the title.
  function weighed(lines, addTerms) {
    const made = new Map(), counts = new Map();
    lines.forEach((line, n) => addTerms(line, (number) => {
      const count = (counts.get(number) || 0) + 1;
      counts.set(number, count);
      made.set(number, n === 0 || made.get(number) === 3 ? 3 : count > 2 ? 2 : 1);
    }));
    return made;
  }

  function englishNumbersIn(line, rules, add) {
    const stems = words(line).map((one) => rules.stem(one.word));
    stems.forEach((one, i) => {
      add(numberOf(one));
      if (i) add(pairNumber(stems[i - 1], one));
    });
  }

  const chineseNumbersIn = (line, add) => chineseTermsIn(line, (term) => add(numberOf(term)));

  // ---- Queries

  // A query's parts: what stands in quotes, and what stands between blanks or Chinese punctuation.
  function parts(query) {
    const pattern = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]?|[^\\s${QUOTES}]+`, "g");
    const quoted = query.replace(/(^|\s)['‘]([^'‘’]+)['’](?=\s|$)/g, '$1"$2"');
    return Array.from(oneNumber(quoted).matchAll(pattern)).flatMap((match) => {
      const phrase = match[1] !== undefined;
      return (phrase ? [match[1]] : match[0].split(BETWEEN))
        .map((text) => ({ text: text.trim().replace(/\s+/g, " "), phrase }));
    }).filter((part) => /[\p{L}\p{N}]/u.test(part.text));
  }

  // At most so many, the first and the last among them: what they let through is read anyway.
  function some(list, most) {
    if (list.length <= most) return list;
    const each = (list.length - 1) / (most - 1);
    return Array.from({ length: most }, (_, i) => list[Math.round(i * each)]);
  }

  // The terms that find candidates for a run: a pair inside a three would find no fewer.
  function telling(run) {
    const terms = chineseTerms(run);
    const threes = terms.filter((term) => Array.from(term).length > 2);
    return terms.filter((term) => threes.includes(term) || !threes.some((t) => t.includes(term)));
  }

  function runOf(folded, more) {
    const terms = Array.from(new Set(folded.split(" ").filter(Boolean).flatMap(telling)));
    const own = more && more.untranslated;
    const asked = some(terms, own ? FEW_TERMS : MOST_TERMS);
    const language = own ? "own" : "zh";
    return { kind: "run", text: folded, terms: asked.map((t) => [language, numberOf(t)]), ...more };
  }

  function stemsOf(folded, rules, more) {
    const stems = words(folded).map((one) => rules.stem(one.word));
    const terms = stems.map((one) => ["en", numberOf(one)]);
    for (let i = 1; i < stems.length && !(more && more.apart); i++) {
      terms.push(["en", pairNumber(stems[i - 1], stems[i])]);
    }
    return { kind: "stems", stems, terms: some(terms, MOST_TERMS), ...more };
  }

  const labelOf = (label, more) => (
    { kind: "label", text: "", terms: [["label", numberOf(label)]], ...more });

  const letters = (text) => text.replace(/[^0-9a-z]/g, "");

  function citiesOf(text, cities, loose) {
    const key = letters(text);
    const exact = cities.filter((city) => city[2].includes(key));
    if (exact.length || !loose || key.length < 3) return exact;
    return cities.filter((city) => city[2].some((one) => one.startsWith(key))).slice(0, 8);
  }

  // A text with the words of a table replaced, from the left, the longest first: as often as a
  // word has others.
  function replaced(text, table) {
    const made = [""];
    for (let at = 0; at < text.length;) {
      let size = Math.min(8, text.length - at);
      while (size > 1 && !table.has(text.slice(at, at + size))) size--;
      const part = text.slice(at, at + size);
      const others = table.get(part) || [part];
      while (made.length < others.length) made.push(made[0]);
      made.forEach((one, n) => { made[n] = one + others[Math.min(n, others.length - 1)]; });
      at += size;
    }
    return made;
  }

  // The table of the pairs in a file, and the other way round.
  function readPairs(text) {
    const tables = [new Map(), new Map()];
    const add = (table, one, other) => table.set(one, [...(table.get(one) || []), other]);
    for (const [one, other] of text.split("\n").filter(Boolean).map((row) => row.split(" "))) {
      add(tables[0], one, other);
      add(tables[1], other, one);
    }
    return tables;
  }

  // What a query asks for: every part in one of its ways.
  function plan(query, rules, index) {
    const all = joined(parts(query), rules, index).map((part) => (
      { ...part, folded: rules.fold(part.text).replace(/\s+/g, " ").trim() }));
    const telling = all.filter((part) => part.phrase || !EMPTY.has(part.folded));
    const asked = (telling.length ? telling : all).map((part) => {
      const { text, folded } = part;
      const ways = waysOf(folded, rules, index, part);
      const figures = figuresIn(folded).map((one) => one.terms[one.terms.length - 1]);
      return { text, folded, ways, figures, precise: figures.length > 0 || Boolean(dateOf(folded)) };
    });
    // Names of papers and people in English have several words.
    const whole = all.map((part) => part.folded).join(" ");
    if (all.length > 1 && all.length < 6 && /^[a-z][a-z .&'-]*$/.test(whole)) asked.whole = byWay(whole);
    return asked;
  }

  // Articles of a paper or a person: as by_key of labels.py has it.
  const byKey = (folded) => folded.replace(/^(?:本报|记者|通讯员|作者|编辑)+(?=.)/, "").replace(/[^\p{L}\p{N}+]/gu, "");
  const byWay = (folded) => labelOf(`#by/${byKey(folded)}`, { by: byKey(folded) });

  // The ways in which a text may have a folded part of a query.
  function waysOf(folded, rules, index, part = {}) {
    const ways = [];
    const stems = index.edition === "en" && !HAN.test(folded) && words(folded).length > 0;
    if (stems) {
      ways.push(stemsOf(folded, rules));
      if (index.originals) ways.push(runOf(folded, { untranslated: true }));
    } else {
      ways.push(runOf(folded));
    }
    for (const text of regrouped(folded)) {
      if (!stems) ways.push(runOf(text, { extra: true }));
      else if (/^[a-z]+$/.test(folded) || /^[a-z]+$/.test(text)) ways.push(stemsOf(text, rules, { extra: true }));
      if (stems && index.originals) ways.push(runOf(text, { untranslated: true, extra: true }));
    }
    ways.push(byWay(folded));
    if (part.phrase) return ways;
    const cities = cityWays(folded, index, rules);
    ways.push(...cities, ...otherWays(folded, index, rules));
    if (part.joined && stems && !cities.length && !dateOf(folded)) {
      ways.push(stemsOf(folded, rules, { apart: true, extra: true }));
    }
    return ways;
  }

  function cityWays(folded, index, rules) {
    if (HAN.test(folded) || letters(folded).length < 2) return [];
    const english = index.edition === "en";
    return citiesOf(folded, index.cities, !english).flatMap(([slug, name]) => {
      const way = labelOf(`#city/${slug}`, { text: name });
      // "guang an" is written as one word.
      const ways = english && folded !== letters(folded) ? [way, stemsOf(letters(folded), rules)] : [way];
      if (english && !index.originals) return ways;
      return [...ways, runOf(rules.fold(name), english ? { untranslated: true } : {})];
    });
  }

  // The same said in other words: a date, a figure, a name in the other language, a topic, what
  // Taiwan calls it.
  function otherWays(folded, index, rules) {
    const english = index.edition === "en";
    const date = dateOf(folded), figures = figuresOf(folded), { naming } = index;
    const said = new Set(date ? date.said : []);
    const topics = naming.topics.filter((row) => row.includes(folded));
    for (const row of [...naming.names, ...topics.map((one) => one.slice(1))]) {
      if (row.includes(folded)) row.forEach((name) => said.add(name));
    }
    if (HAN.test(folded)) {
      for (const table of english ? naming.taiwan.slice(0, 1) : naming.taiwan) {
        replaced(folded, table).forEach((text) => said.add(text));
      }
    }
    said.delete(folded);
    const ways = Array.from(said).flatMap((text) => {
      if (!english) return [runOf(text, { extra: true })];
      if (!HAN.test(text)) return [stemsOf(text, rules, { extra: true })];
      // Taiwan's word for what was asked for in Chinese is looked for where that is.
      if (HAN.test(folded)) return [runOf(text, { extra: true })];
      return index.originals ? [runOf(text, { untranslated: true, extra: true })] : [];
    });
    if (date) ways.push(...dateWays(date));
    if (figures.length) {
      ways.push({ kind: "figure", text: figures[0], texts: figures, terms: figures.map((one) => ["label", numberOf(one)]) });
    }
    return ways.concat(topics.map(([label]) => labelOf(label)));
  }

  // The articles of that time, and the texts that name it: with its year, or without in that year.
  function dateWays({ label, year, terms }) {
    const ways = terms.map((text, n) => ({
      kind: "date", text, bare: n > 0,
      terms: [["label", numberOf(text)], ...(n ? [["label", numberOf(`#year/${year}`)]] : [])],
    }));
    return label ? [labelOf(label, { first: !label.startsWith("#date") }), ...ways] : ways;
  }

  // "zhao qing" is one city, not two words; "28.95 billion yuan" is one figure.
  function joined(list, rules, index) {
    const named = (text) => dateOf(text) || figuresOf(text).length
      || index.naming.names.some((row) => row.includes(text))
      || index.naming.topics.some((row) => row.includes(text))
      || (!HAN.test(text) && citiesOf(text, index.cities, false).length);
    const made = [];
    for (let at = 0; at < list.length;) {
      let size = 1;
      for (let n = Math.min(5, list.length - at); n > 1 && size === 1; n--) {
        const some = list.slice(at, at + n);
        const text = some.map((part) => part.text).join(" ");
        if (!some.some((part) => part.phrase) && named(rules.fold(text))) {
          made.push({ text, phrase: false, joined: true });
          size = n;
        }
      }
      if (size === 1) made.push(list[at]);
      at += size;
    }
    return made;
  }

  // ---- Matches in a text

  // Whether a number at `at` is the rest of a longer one: 20亿 in 120亿, 5% in 8.5%.
  function isRest(folded, at) {
    const before = folded.slice(Math.max(0, at - 2), at);
    return /[0-9]\.?$/.test(before)
      || (/[0-9],$/.test(before) && /^[0-9]{3}(?![0-9])/.test(folded.slice(at, at + 4)));
  }

  // Where `way` matches in a folded line, as [start, end] pairs; `near` takes parts of it too.
  function spansIn(way, folded, rules, near) {
    if (way.kind === "stems") return stemSpans(way.stems, folded, rules, near || way.apart);
    if (way.kind === "figure") {
      return figuresIn(folded).filter((one) => one.terms.some((term) => way.texts.includes(term)))
        .map((one) => [one.start, one.end]);
    }
    if (way.kind === "date") {
      return datesIn(folded)
        .filter((one) => one.terms.includes(way.text) && !(way.bare && one.terms.some((term) => term.length > 6)))
        .map((one) => [one.start, one.end]);
    }
    if (!way.text) return [];
    const found = [];
    const wanted = near && way.kind === "run" ? pieces(way.text) : [rules.fold(way.text)];
    for (const text of wanted) {
      for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + text.length)) {
        if (/^[0-9]/.test(text) && isRest(folded, at)) continue;
        if (/^[a-z]/.test(text) && isInside(folded, at, text)) continue;
        if (near && /[0-9]$/.test(text) && /[0-9]/.test(folded[at + text.length] || "")) continue;
        found.push([at, at + text.length]);
      }
    }
    return found;
  }

  // The parts of a run that a text may have instead: words and numbers whole, Chinese in pairs.
  const pieces = (run) => (run.match(/[0-9a-z.,%]+|[^0-9a-z.,% ]+/g) || [])
    .flatMap((piece) => (/[0-9a-z]/.test(piece) ? [piece] : chineseTerms(piece)));

  // Whether a word begins inside another one, or a short one is only the beginning of one.
  function isInside(folded, at, text) {
    const beside = (i) => /[a-z]/.test(folded[i] || "");
    return beside(at - 1) || (text.length < 4 && /[a-z]$/.test(text) && beside(at + text.length));
  }

  // Lines that have been cut into words: they are looked at more than once.
  const cuts = new Map();

  function stemSpans(stems, folded, rules, near) {
    if (!cuts.has(folded)) {
      const list = words(folded);
      cuts.set(folded, [list, list.map((one) => rules.stem(one.word))]);
    }
    const [tokens, cut] = cuts.get(folded);
    const found = [];
    cut.forEach((_, i) => {
      if (near) {
        if (stems.includes(cut[i]) && !(stems.length > 1 && EMPTY.has(tokens[i].word))) found.push([tokens[i].start, tokens[i].end]);
      } else if (stems.every((one, n) => cut[i + n] === one)) {
        found.push([tokens[i].start, tokens[i + stems.length - 1].end]);
      }
    });
    return found;
  }

  function merged(spans) {
    const made = [];
    for (const [start, end] of spans.slice().sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const before = made[made.length - 1];
      if (before && start <= before[1]) before[1] = Math.max(before[1], end);
      else made.push([start, end]);
    }
    return made;
  }

  const made = {
    FORMAT, learn, makeRules, step, numberOf, pairNumber, chineseTerms, words,
    parts, plan, spansIn, stemsOf, merged, HAN, MAY_BE_FIGURE, replaced, readPairs, waysOf, weighed,
    byKey, byWay, chineseNumbersIn, englishNumbersIn, figureNumbersIn: (line, add) => [...figuresIn(line), ...datesIn(line)]
      .forEach((one) => one.terms.forEach((term) => add(numberOf(term)))),
  };
  return made;
})();

if (typeof module !== "undefined") module.exports = core;
else (() => {
  "use strict";
  const form = document.querySelector("form[data-search]");
  if (!form) return;
  const { base, edition, missing } = form.dataset;
  const words = JSON.parse(form.dataset.words);
  const status = document.getElementById("search-status");
  const hint = document.getElementById("search-hint");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  const PAGE = 10, CHECKED = 30;
  const TITLE = [0, 1, 1.6, 2.6, 9];
  let index = null, rules = null, run = 0, shown = null;

  // ---- Fetching: each file once

  const kept = new Map();
  function load(path, kind, version) {
    if (!kept.has(path)) {
      const address = version ? `${base}${path}?${version}` : base + path;
      const answer = fetch(address, version ? {} : { cache: "no-cache" }).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${path}`);
        return response[kind]();
      });
      answer.catch(() => kept.delete(path));
      kept.set(path, answer);
    }
    return kept.get(path);
  }

  // The other scripts of search, by the names of their addresses on the form.
  const scripts = new Map();
  function script(name) {
    if (!scripts.has(name)) {
      const answer = new Promise((done, failed) => {
        const made = element("script", { src: form.dataset[name] });
        made.onload = done;
        made.onerror = () => failed(new Error(`no ${made.src}`));
        document.head.append(made);
      });
      answer.catch(() => scripts.delete(name));
      scripts.set(name, answer);
    }
    return scripts.get(name);
  }

  // ---- A small site's texts come whole, a file an edition; see pack.py.

  const packs = new Map();
  function openPack(name) {
    if (!packs.has(name)) {
      const answer = load(`pack/${name}.bin`, "blob", index.version).then(async (blob) => {
        const stream = blob.stream().pipeThrough(new DecompressionStream("deflate-raw"));
        const bytes = await new Response(stream).arrayBuffer();
        const pack = JSON.parse(new TextDecoder("gb18030").decode(bytes));
        pack.fold = pack.fold.split("\n");
        return pack;
      });
      answer.catch(() => packs.delete(name));
      packs.set(name, answer);
    }
    return packs.get(name);
  }

  const own = edition.toLowerCase();

  // The weights of all terms of a language in each article of a pack.
  async function cut(language) {
    const hans = language === "hans" || (language === "zh" && own === "en");
    const name = language === "en" ? "en" : hans ? "zh-hans" : own;
    const pack = await openPack(name);
    rules.learn(pack);
    // Terms of figures are known once there is a query for them.
    const key = `${language} terms${language === "label" && scripts.has("figures") ? " of figures" : ""}`;
    if (!pack[key]) {
      pack[key] = pack.texts.map((text, i) => {
        if (language === "en" ? text.lang : language === "own" && !text.lang) return new Map();
        const lines = [text.title, text.summary, ...text.lines].map(rules.fold);
        if (language === "en") {
          return core.weighed(lines, (line, add) => core.englishNumbersIn(line, rules, add));
        }
        if (language !== "label") return core.weighed(lines, core.chineseNumbersIn);
        const made = core.weighed(lines, core.figureNumbersIn);
        for (const label of pack.labels[i].split(" ")) made.set(core.numberOf(label), 1);
        return made;
      });
    }
    return pack[key];
  }

  // Once, however many searches begin before it is there.
  let opened = null;
  function ready() {
    if (!opened) {
      opened = open();
      opened.catch(() => { opened = null; });
    }
    return opened;
  }

  async function open() {
    // A browser reads no data for a page that comes from a disk.
    if (location.protocol === "file:") throw Object.assign(new Error("no server"), { reason: "disk" });
    const manifest = await load("index.json", "json");
    if (manifest.format !== core.FORMAT) {
      kept.clear();
      const said = `search.js reads format ${core.FORMAT} of the index, not ${manifest.format}`;
      throw Object.assign(new Error(said), { reason: "differs" });
    }
    index = { ...manifest, edition, naming: { names: [], topics: [], taiwan: [] } };
    index.originals = edition === "en" && missing === "original" && index.english < index.articles;
    index.whole = manifest.packed && typeof DecompressionStream === "function";
    if (!index.whole) await script("index");
    rules = index.whole ? await readPack() : await core.readIndex(index, load, stems);
  }

  async function readPack() {
    const pack = await openPack(own);
    const { names, topics, taiwan } = pack;
    index.naming = { names, topics, taiwan: core.readPairs(taiwan) };
    return core.makeRules(pack);
  }

  const stems = () => (index.english ? load("stem.json", "json", index.version) : null);

  // What only some queries need: the other script's characters, Taiwan's words.
  async function prepare(query) {
    // Without a network, words are found all the same.
    if (core.MAY_BE_FIGURE.test(query)) await script("figures").catch(() => {});
    if (!core.HAN.test(query)) return;
    if (index.whole && own === "en") rules.learn(await openPack("zh-hans"));
    if (index.whole || !index.named || index.naming.taiwan.length) return;
    index.naming.taiwan = core.readPairs(await load("taiwan.txt", "text", index.version));
  }

  // Each article's weight for a term; 0 where it lacks it.
  async function weights(language, number) {
    const made = new Uint8Array(index.articles);
    if (index.whole) {
      (await cut(language)).forEach((terms, i) => { made[i] = terms.get(number) || 0; });
      return made;
    }
    await core.addFromIndex(made, language, number, index, load);
    return made;
  }

  const label = (name) => weights("label", core.numberOf(name));

  async function textOf(article, of) {
    if (index.whole) return (await openPack(of)).texts[article];
    const name = index.names[article].toString(16).padStart(8, "0");
    return load(`text/${of}/${name}.json`, "json", index.version);
  }

  // ---- Finding

  async function weigh(asked) {
    const translated = index.originals ? await label("#text/en") : null;
    index.translated = translated;
    await Promise.all(asked.map(async (part) => {
      part.exact = await Promise.all(part.figures.map(label));
    }));
    const ways = asked.flatMap((part) => part.ways).concat(asked.whole || []);
    await Promise.all(ways.map(async (way) => {
      way.found = await Promise.all(way.terms.map(([lang, number]) => weights(lang, number)));
      way.weights = new Uint8Array(index.articles);
      if (!way.found.length) return;
      for (let i = 0; i < index.articles; i++) {
        if (way.untranslated && translated[i]) continue;
        let least = 3;
        for (const each of way.found) least = Math.min(least, each[i]);
        way.weights[i] = least && way.first ? 4 : least;
      }
    }));
  }

  function score(asked, allowed) {
    const scores = new Float64Array(index.articles);
    const everyone = new Uint8Array(index.articles).fill(1);
    for (const part of asked) {
      const best = new Uint8Array(index.articles);
      let count = 0;
      for (let i = 0; i < index.articles; i++) {
        for (const way of part.ways) best[i] = Math.max(best[i], way.weights[i]);
        if (best[i]) count++; else everyone[i] = 0;
      }
      part.count = count;
      const rare = Math.log(1 + index.articles / (count || 1));
      for (let i = 0; i < index.articles; i++) scores[i] += rare * TITLE[best[i]];
      part.rare = rare;
    }
    if (asked.whole) asked.whole.weights.forEach((weight, i) => { if (weight) everyone[i] = 1; });
    return ranked(scores, (i) => everyone[i] && allowed[i], asked);
  }

  // Where nothing has all: what has at least half of the terms, by their rarity. Of the ways of a
  // part, the one of which an article has most counts, as much as the part itself.
  function nearest(asked, allowed) {
    const scores = new Float64Array(index.articles), plain = new Float64Array(index.articles);
    let whole = 0;
    for (const part of asked) {
      const ways = part.ways.map(sharesOf).filter((way) => way.total);
      if (!ways.length) continue;
      const [{ total, least }] = ways;
      whole += least;
      for (let i = 0; i < index.articles; i++) {
        scores[i] += total * Math.max(...ways.map((way) => way.titled[i] / way.total));
        plain[i] += total * Math.max(...ways.map((way) => way.plain[i] / way.total));
      }
    }
    return ranked(scores, (i) => allowed[i] && plain[i] > 0 && plain[i] >= whole / 2, asked).slice(0, 50);
  }

  // How much of the terms of a way each article has, with and without their places in titles; of
  // another name or word all or nothing. Half of a term that none has need not be there.
  function sharesOf({ found, extra, weights: together }) {
    const made = { total: 0, least: 0, titled: new Float64Array(index.articles), plain: new Float64Array(index.articles) };
    for (const each of found) {
      const count = each.reduce((sum, weight) => sum + (weight ? 1 : 0), 0);
      const rare = Math.log(1 + index.articles / (count || 1));
      made.total += rare;
      made.least += count ? rare : rare / 2;
      each.forEach((weight, i) => {
        if (extra && !together[i]) return;
        made.titled[i] += rare * TITLE[weight];
        made.plain[i] += weight ? rare : 0;
      });
    }
    return made;
  }

  function ranked(scores, wanted, asked) {
    const found = [];
    for (let i = index.articles - 1; i >= 0; i--) if (wanted(i)) found.push(i);
    if (form.elements.sort.value === "newest") return found;
    // What has the figures themselves comes before what has their digits elsewhere.
    const exact = new Uint8Array(index.articles);
    for (const each of asked.flatMap((part) => part.exact)) each.forEach((weight, i) => { if (weight) exact[i]++; });
    return found.sort((a, b) => foreign(a) - foreign(b) || exact[b] - exact[a]
      || scores[b] - scores[a] || b - a);
  }

  // Who asks in English is shown what has English first.
  const foreign = (i) => (index.translated && !core.HAN.test(field().value) && !index.translated[i] ? 1 : 0);

  async function filtered() {
    const names = ["city", "topic", "year"]
      .filter((name) => form.elements[name] && form.elements[name].value)
      .map((name) => `#${name}/${form.elements[name].value}`);
    if (edition === "en" && missing === "skip" && index.english < index.articles) {
      names.push("#text/en");
    }
    const allowed = new Uint8Array(index.articles).fill(1);
    for (const each of await Promise.all(names.map(label))) {
      for (let i = 0; i < index.articles; i++) if (!each[i]) allowed[i] = 0;
    }
    return allowed;
  }

  // With `hard`, Chinese of which the articles have all parts may be a slip too.
  async function find(hard) {
    await prepare(field().value);
    const asked = core.plan(field().value, rules, index);
    const allowed = await filtered();
    await weigh(asked);
    let found = score(asked, allowed);
    if (hard || (!found.length && asked.some((part) => !part.count))) {
      const changed = await script("slips").then(
        () => core.complete(asked, { index, rules, load, openPack, stems, weigh }, hard), () => false);
      if (changed) {
        await weigh(asked);
        found = score(asked, allowed);
      }
    }
    // What was found by single terms need not be read to be counted.
    const sure = found.every((article) => byWhole(asked, article) || asked.every((part) => part.ways
      .some((way) => way.weights[article] && way.terms.length < 2 && !/^[0-9]/.test(way.text))));
    return { asked, allowed, found, sure, near: false, next: 0, listed: 0, texts: [] };
  }

  // ---- Reading the texts of what was found

  async function textsOf(article, result) {
    const chinese = edition === "en" && result.asked.some((part) => part.ways
      .some((way) => way.kind === "run" && !way.untranslated));
    const first = await textOf(article, own);
    const texts = [first];
    if (chinese && !first.lang) texts.push({ ...await textOf(article, "zh-hans"), lang: "zh-Hans" });
    for (const text of texts) {
      text.fields = [text.title, text.summary, ...text.lines];
      text.folded = text.folded || text.fields.map(rules.fold);
    }
    if (matches(article, texts, result)) return texts;
    if (own !== "zh-hant" || !core.HAN.test(field().value)) return null;
    // A word of the Simplified text for which the Traditional one has another.
    const hans = await textOf(article, "zh-hans").catch(() => null);
    if (!hans) return null;
    const other = { ...first, folded: [hans.title, hans.summary, ...hans.lines].map(rules.fold) };
    return other.folded.length === first.fields.length && matches(article, [other], result) ? [other] : null;
  }

  const byWhole = (asked, article) => Boolean(asked.whole && asked.whole.weights[article]);

  function matches(article, texts, result) {
    if (result.near || byWhole(result.asked, article)) return true;
    return result.asked.every((part) => part.ways.some((way) => way.weights[article]
      && (way.kind === "label" || way.kind === "figure" || way.foreign || texts.some((text) => text.folded
        .some((line) => spansBy(way, line, text, false).length)))));
  }

  // Chinese that stands for missing English is looked for in Chinese alone.
  const spansBy = (way, folded, text, near) => (
    way.untranslated && !text.lang ? [] : core.spansIn(way, folded, rules, near));

  // Where a folded line has a part, and how well: 1 for all of it, less where only words of it do.
  function hitsOf(part, folded, text, near) {
    const found = part.ways.map((way) => ({ spans: spansBy(way, folded, text, near && !way.extra), loose: near || way.apart }))
      .filter((one) => one.spans.length);
    const whole = found.filter((one) => !one.loose);
    const spans = core.merged((whole.length ? whole : found).flatMap((one) => one.spans));
    // Three projects are not 3 million.
    const other = part.folded.length < 6 && spans.length > 0
      && spans.every(([start, end]) => /[0-9]$/.test(folded.slice(start, end)) && SCALE.test(folded.slice(end, end + 9)));
    return { part, spans, value: whole.length && !other ? 1 : shareOf(spans, part, folded) };
  }

  const SCALE = /^ ?(?:hundred|thousand|[mbt]r?illion|[百千万亿])/;

  // What single words of a part are worth: the share of its letters that they have, each once.
  function shareOf(spans, part, folded) {
    const each = new Set(spans.map(([start, end]) => folded.slice(start, end)));
    return Math.min(1, Array.from(each).join("").length / part.folded.length) / 2;
  }

  const spansOf = (folded, text, result) => core.merged(result.asked
    .flatMap((part) => hitsOf(part, folded, text, result.near).spans));

  // A figure or date that was asked for tells more than any other word.
  const worth = (part) => (part.precise ? 3 : 1) * (0.5 + (part.rare || 0));
  const valueOf = (hits) => hits.reduce((sum, one) => sum + worth(one.part) * one.value, 0);

  // The line that has most of what was asked for, the summary where it is as good; then the one
  // that has most of what neither it nor the title has.
  function passage(texts, result) {
    const lines = texts.flatMap((text) => text.fields.map((line, n) => {
      const hits = result.asked.map((part) => hitsOf(part, text.folded[n], text, result.near));
      const spans = text.folded[n].length === line.length ? core.merged(hits.flatMap((one) => one.spans)) : [];
      // A heading says less than a line of text.
      const told = line.length > (core.HAN.test(line) ? 15 : 40) ? 2 : 0;
      const rank = 100 * valueOf(hits) + (spans.length ? Math.min(spans.length, 9) + (n === 1 ? 5 : told) : 0);
      return { text, line, n, hits, spans, rank };
    }));
    const under = lines.filter((one) => one.n);
    const best = under.reduce((one, other) => (other.rank > one.rank ? other : one));
    const has = (part) => [best, lines[0]].some((one) => one.hits.some((hit) => hit.part === part && hit.value > 0.4));
    const missing = (one) => valueOf(one.hits.filter(({ part }) => !has(part)));
    const second = under.filter((one) => one.text === best.text && one !== best)
      .reduce((one, other) => (missing(other) > (one ? missing(one) : 0) ? other : one), null);
    const both = second && best.rank ? [best, second].sort((one, other) => one.n - other.n) : [best];
    return { text: best.text, lines: result.near ? [best] : both };
  }

  // ---- Showing

  const field = () => form.elements.q;

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function marked(line, spans, from, to) {
    const nodes = [];
    let at = from;
    for (const [start, end] of spans) {
      if (start >= to || end <= from) continue;
      if (start > at) nodes.push(line.slice(at, start));
      nodes.push(element("mark", {}, line.slice(Math.max(at, start), Math.min(end, to))));
      at = Math.min(end, to);
    }
    nodes.push(line.slice(at, to));
    return nodes.filter((node) => node !== "");
  }

  function excerpt({ line, spans, hits }, share) {
    const wide = (core.HAN.test(line) ? 120 : 280) * share;
    if (line.length <= wide * 1.3) return marked(line, spans, 0, line.length);
    // From the place after which most of what was asked for follows.
    const within = (from) => valueOf(hits.filter((one) => one.spans
      .some(([start, end]) => start >= from && end <= from + wide * 0.75)));
    const [start, end] = spans.reduce((one, other) => (within(other[0]) > within(one[0]) ? other : one), spans[0] || [0, 0]);
    let from = Math.max(0, start - Math.floor(wide / 4));
    let to = Math.min(line.length, from + wide);
    if (from) from = boundary(line, from, -1);
    if (to < line.length) {
      // A figure that has lost its unit would be a wrong one.
      const kept = line.slice(from, boundary(line, to, -1)).replace(FIGURE_AT_END, "");
      to = Math.max(end, from + kept.length);
    }
    return [from ? "…" : "", ...marked(line, spans, from, to), to < line.length ? "…" : ""];
  }

  const NUMERALS = "一二三四五六七八九十百千万萬亿億两兩零〇";
  const FIGURE_AT_END = new RegExp(`[\\s\\p{N}.,%$¥€${NUMERALS}]+$`, "u");
  const INSIDE = new RegExp(`[.,%'’\\ud800-\\udfff${NUMERALS}]`);

  // The nearest place that is not in the middle of a word, a figure or a character.
  function boundary(line, at, way) {
    const inside = (i) => /[\p{Script=Latin}\p{N}]/u.test(line[i]) || INSIDE.test(line[i]);
    for (let i = 0; i < 30 && at > 0 && at < line.length; i++) {
      if (!(inside(at - 1) && inside(at))) break;
      at += way;
    }
    return at;
  }

  function item(texts, result) {
    const [text] = texts;
    const { text: { lang }, lines } = passage(texts, result);
    const shown = lines.map((line) => excerpt(line, 1 / lines.length));
    const address = text.at || `../articles/${encodeURIComponent(text.slug)}/`;
    const link = element("a", { href: address },
      ...marked(text.title, spansOf(text.folded[0], text, result), 0, text.title.length));
    return element("li", {}, element("article", { class: "summary" },
      element("h2", { lang: text.lang }, link),
      element("p", { class: "meta" }, ...(text.date ? [element("time", { datetime: text.date }, text.day)] : []),
        ...(text.lang && text.date ? [element("span", {}, words.untranslated)] : []),
        ...(text.places ? [" ", element("span", {}, text.places.join(" · "))] : []),
        ...byline(text, result),
        ...(text.draft ? [" ", element("strong", { class: "draft" }, text.draft)] : [])),
      element("p", { class: "passage", lang }, ...shown.flatMap((one, n) => (n ? [" … ", ...one] : one)))));
  }

  // Source and authors, marked where they were asked for.
  function byline({ by = [] }, { asked }) {
    const ways = asked.flatMap((part) => part.ways).concat(asked.whole || []);
    const wanted = (name) => ways.some((way) => way.by && way.weights.some(Boolean) && core.byKey(rules.fold(name)).startsWith(way.by));
    return by.length ? [" ", element("span", { class: "by" },
      ...by.flatMap((name, n) => [n ? " · " : "", wanted(name) ? element("mark", {}, name) : name]))] : [];
  }

  const say = (key, n) => (words[n === 1 && words[`${key}.one`] ? `${key}.one` : key] || "")
    .replace("{n}", n === undefined ? "" : n.toLocaleString("en")).replace("{q}", field().value.trim());

  function tell(result) {
    if (!result.found.length) return say("none");
    if (result.near) return say("near");
    const every = result.sure || result.next >= result.found.length;
    return say(every ? "found" : "about", result.found.length);
  }

  // Of what has been read, first what has all parts in one line.
  function closest(read, { asked, near }) {
    if (near || asked.length < 2 || form.elements.sort.value) return read;
    const together = (texts) => texts.some((text) => text.folded
      .some((line) => asked.every((part) => hitsOf(part, line, text, false).value === 1)));
    const ranks = new Map(read.map((texts) => [texts, (texts[0].lang ? 0 : 2) + (together(texts) ? 1 : 0)]));
    return read.sort((one, other) => ranks.get(other) - ranks.get(one));
  }

  // Read on until a page is full, or enough has been read for once; what only seemed to match
  // is dropped.
  async function page(result, mine) {
    const made = [];
    const few = !result.sure && result.found.length <= CHECKED;
    let read = 0;
    while (result.next < result.found.length && (made.length < PAGE || few)
      && (read < CHECKED || !made.length)) {
      const step = few ? CHECKED : PAGE;
      const batch = result.found.slice(result.next, result.next + step);
      const texts = await Promise.all(batch.map((article) => textsOf(article, result)));
      read += batch.length;
      if (mine !== run) return null;
      const wrong = batch.filter((_, i) => !texts[i]);
      result.found = result.found.filter((article) => !wrong.includes(article));
      result.next += batch.length - wrong.length;
      made.push(...closest(texts.filter(Boolean), result));
    }
    result.waiting = (result.waiting || []).concat(made);
    result.texts.push(...made.flat());
    const items = result.waiting.splice(0, PAGE).map((one) => item(one, result));
    result.listed += items.length;
    return items;
  }

  async function search() {
    const mine = ++run;
    const query = field().value.trim();
    const chosen = ["city", "topic", "year"].some((n) => form.elements[n] && form.elements[n].value);
    hint.replaceChildren();
    if (!/[\p{L}\p{N}]/u.test(query) && !chosen) {
      list.replaceChildren();
      list.removeAttribute("aria-busy");
      more.hidden = true;
      status.textContent = words.empty;
      // Whoever comes here will search.
      ready().catch(() => {});
      return;
    }
    status.textContent = words.loading;
    list.setAttribute("aria-busy", "true");
    try {
      await ready();
      let result = await find();
      if (mine !== run) return;
      const some = result.found.length;
      let items = await page(result, mine);
      if (items && !items.length && some) {
        result = await find(true);
        if (mine !== run) return;
        items = await page(result, mine);
      }
      if (items && !items.length && result.asked.length) {
        result = { ...result, near: true, found: nearest(result.asked, result.allowed), next: 0 };
        items = await page(result, mine);
      }
      if (!items || mine !== run) return;
      shown = result;
      list.replaceChildren(...items);
      suggest(result);
      status.textContent = tell(result);
      more.hidden = result.listed >= result.found.length;
    } catch (error) {
      if (mine !== run) return;
      status.textContent = words[error.reason || "failed"];
      console.error(error);
    }
    list.removeAttribute("aria-busy");
    list.dataset.done = String(mine);
  }

  function suggest(result) {
    if (result.near || !result.asked.some((part) => part.meant) || !result.found.length) return;
    const better = core.suggestion(field().value, result.asked, result.texts);
    const address = new URL(location.href);
    address.searchParams.set("q", better);
    hint.append(words.meant, " ", element("a", { href: address.search }, better));
  }

  let reading = 0;
  async function showMore() {
    if (reading === run) return;
    const mine = reading = run;
    const items = await page(shown, mine).catch(() => null);
    // Another search has begun meanwhile: what was read on is not of its list.
    if (mine !== run) return;
    reading = 0;
    if (!items) {
      status.textContent = words.failed;
      return;
    }
    list.append(...items);
    more.hidden = shown.listed >= shown.found.length;
    status.textContent = tell(shown);
    if (items.length) items[0].querySelector("a").focus();
  }

  // ---- The address holds the query

  const NAMES = ["q", "city", "topic", "year", "sort"];

  function fromAddress() {
    const given = new URLSearchParams(location.search);
    for (const name of NAMES) {
      const control = form.elements[name];
      if (!control) continue;
      control.value = given.get(name) || "";
      if (control.selectedIndex === -1) control.selectedIndex = 0;
    }
    carry();
    search();
  }

  function toAddress(push) {
    const made = new URLSearchParams();
    for (const name of NAMES) {
      const value = form.elements[name] ? form.elements[name].value.trim() : "";
      if (value) made.set(name, value);
    }
    const text = made.toString();
    const address = location.pathname + (text ? `?${text}` : "");
    if (address !== location.pathname + location.search) {
      history[push ? "pushState" : "replaceState"](null, "", address);
    }
    carry();
  }

  // The other editions search for the same.
  function carry() {
    for (const link of document.querySelectorAll("nav.switch a")) {
      link.search = location.search;
    }
  }

  let timer = 0;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    toAddress(true);
    search();
  });
  form.addEventListener("change", (event) => {
    if (event.target === field()) return;
    toAddress(true);
    search();
  });
  field().addEventListener("input", (event) => {
    clearTimeout(timer);
    if (event.isComposing) return;
    timer = setTimeout(() => {
      toAddress(false);
      search();
    }, 250);
  });
  field().addEventListener("compositionend", () => field().dispatchEvent(new Event("input")));
  more.addEventListener("click", showMore);
  window.addEventListener("popstate", fromAddress);
  form.hidden = false;
  document.getElementById("search-without").hidden = true;
  fromAddress();
})();
