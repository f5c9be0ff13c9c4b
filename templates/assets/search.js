// Search in the reader's browser. The index is read as generator/search writes it, and a
// query is cut up as the texts were. The files are laid out as shards.py, segments.py and
// manifest.py describe; FORMAT is the number that manifest.py gives to this layout.
const core = (() => {
  "use strict";
  const FORMAT = 2;
  const HAN = /[\u3400-\u9fff\uf900-\ufaff\ud840-\ud88d]/;
  const WORD = /[0-9]+(?:[.,][0-9]+)+|[0-9a-z]+(?:'[a-z]+)*/g;
  const NARROW = "0123456789abcdefghijklmnopqrstuvwxyz.,%";
  const QUOTES = "\"“”„＂「」『』";
  // Terms that are asked for: few for what is only looked for in articles without English.
  const MOST_TERMS = 6, FEW_TERMS = 3;

  // ---- Folding and stems: as fold.py and stemmer.py have them, with the same tables.

  function makeRules(tables) {
    const folds = new Map();
    for (const group of tables.fold) {
      for (let i = 1; i < group.length; i++) folds.set(group[i], group[0]);
    }
    const known = new Map();
    return {
      fold(text) {
        let made = "";
        for (let i = 0; i < text.length; i++) {
          const to = folds.get(text[i]);
          made += to === undefined ? text[i] : to;
        }
        return made;
      },
      stem(word) {
        if (!known.has(word)) known.set(word, tables.stem ? stem(word, tables.stem) : word);
        return known.get(word);
      },
    };
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

  // ---- Shards

  // Reads numbers of three bits a half byte, the lowest first.
  function reader(bytes) {
    let at = 0;
    return () => {
      let value = 0, weight = 1, half;
      do {
        half = at & 1 ? bytes[at >> 1] >> 4 : bytes[at >> 1] & 15;
        value += (half & 7) * weight;
        weight *= 8;
        at++;
      } while (half > 7);
      return value;
    };
  }

  const shardOf = (number, bits) => (bits ? number >>> (32 - bits) : 0);

  // The article in each slot of a segment: `names` are those of its articles, which are the
  // articles `first` and following. See segments.py.
  function slotsOf(names, first, room) {
    const places = new Map();
    names.forEach((name, i) => places.set(name, first + i));
    const slots = [];
    Uint32Array.from(names).sort().forEach((name) => {
      slots[room ? Math.max(slots.length, name >>> (32 - room)) : slots.length] = places.get(name);
    });
    return slots;
  }

  // Sets each article's weight for a term: 1 where its text has it, 2 for often, 3 in the title.
  function addWeights(bytes, number, bits, slots, weights) {
    const next = reader(bytes);
    const terms = bytes.length ? next() : 0;
    let term = shardOf(number, bits) * 2 ** (32 - bits), at = -1, before = 0, mine = 0;
    for (let i = 0; i < terms; i++) {
      term += next();
      if (term === number) at = i;
    }
    for (let i = 0; i < terms; i++) {
      const count = next();
      if (i < at) before += count;
      if (i === at) mine = count;
    }
    if (at < 0) return;
    while (before--) next();
    for (let slot = -1; mine--;) {
      const gap = next();
      slot += gap;
      weights[slots[slot]] = gap ? 1 : weights[slots[slot]] + 1;
    }
  }

  // ---- Queries

  // A query's parts: what stands in quotes, and what stands between blanks.
  function parts(query) {
    const pattern = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]?|[^\\s${QUOTES}]+`, "g");
    return Array.from(query.matchAll(pattern), (match) => ({
      text: (match[1] === undefined ? match[0] : match[1]).trim().replace(/\s+/g, " "),
      phrase: match[1] !== undefined,
    })).filter((part) => part.text);
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

  function runOf(folded, extra) {
    const terms = Array.from(new Set(folded.split(" ").filter(Boolean).flatMap(telling)));
    const asked = some(terms, extra && extra.untranslated ? FEW_TERMS : MOST_TERMS);
    return { kind: "run", text: folded, terms: asked.map((t) => ["zh", numberOf(t)]), ...extra };
  }

  function stemsOf(folded, rules) {
    const stems = words(folded).map((one) => rules.stem(one.word));
    const terms = stems.map((one) => ["en", numberOf(one)]);
    for (let i = 1; i < stems.length; i++) terms.push(["en", pairNumber(stems[i - 1], stems[i])]);
    return { kind: "stems", stems, terms: some(terms, MOST_TERMS) };
  }

  const letters = (text) => text.replace(/[^0-9a-z]/g, "");

  function citiesOf(text, cities, loose) {
    const key = letters(text);
    const exact = cities.filter((city) => city[2].includes(key));
    if (exact.length || !loose || key.length < 3) return exact;
    return cities.filter((city) => city[2].some((one) => one.startsWith(key))).slice(0, 8);
  }

  // What a query asks for: every part in one of its ways.
  function plan(query, rules, index) {
    const english = index.edition === "en";
    const all = joinPinyin(parts(query), rules, index.cities);
    return all.map((part) => {
      const folded = rules.fold(part.text).replace(/\s+/g, " ").trim();
      const ways = [];
      const stems = english && !HAN.test(folded) && words(folded).length > 0;
      if (stems) {
        ways.push(stemsOf(folded, rules));
        if (index.originals) ways.push(runOf(folded, { untranslated: true }));
      } else {
        ways.push(runOf(folded));
      }
      if (!HAN.test(folded) && !part.phrase && letters(folded).length > 1) {
        for (const [slug, name] of citiesOf(folded, index.cities, !english)) {
          ways.push({ kind: "label", text: name, terms: [["zh", numberOf(`#city/${slug}`)]] });
          if (!english || index.originals) {
            ways.push(runOf(rules.fold(name), english ? { untranslated: true } : {}));
          }
        }
      }
      return { text: part.text, folded, ways };
    });
  }

  // "zhao qing" is one city, not two words.
  function joinPinyin(list, rules, cities) {
    const made = [];
    for (const part of list) {
      const before = made[made.length - 1];
      const both = before && `${before.text} ${part.text}`;
      const plain = both && !part.phrase && !before.phrase && !HAN.test(both);
      if (plain && citiesOf(rules.fold(both), cities, false).length) {
        before.text = both;
      } else {
        made.push({ ...part });
      }
    }
    return made;
  }

  // ---- Matches in a text

  // Where `way` matches in a folded line, as [start, end] pairs; `near` takes parts of it too.
  function spansIn(way, folded, rules, near) {
    if (way.kind === "stems") return stemSpans(way.stems, folded, rules, near);
    const found = [];
    const wanted = near && way.kind === "run"
      ? way.text.split(" ").filter(Boolean).flatMap(chineseTerms) : [rules.fold(way.text)];
    for (const text of wanted) {
      for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + text.length)) {
        found.push([at, at + text.length]);
      }
    }
    return found;
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
        if (stems.includes(cut[i])) found.push([tokens[i].start, tokens[i].end]);
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

  // ---- Words nearly typed

  function distance(first, second, most) {
    if (Math.abs(first.length - second.length) > most) return most + 1;
    let older = [], old = Array.from({ length: second.length + 1 }, (_, i) => i);
    for (let i = 1; i <= first.length; i++) {
      const row = [i];
      for (let j = 1; j <= second.length; j++) {
        const same = first[i - 1] === second[j - 1];
        row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1]) {
          row[j] = Math.min(row[j], older[j - 2] + 1);
        }
      }
      [older, old] = [old, row];
    }
    return old[second.length];
  }

  // The word of `list` ([word, articles] pairs) that was probably meant, or "".
  function meant(word, list) {
    const most = word.length < 5 ? 1 : 2;
    let best = "", least = most + 1, count = 0;
    for (const [other, articles] of list) {
      const far = distance(word, other, most);
      if (far < least || (far === least && far <= most && articles > count)) {
        [best, least, count] = [other, far, articles];
      }
    }
    return least <= most ? best : "";
  }

  return {
    FORMAT, makeRules, numberOf, pairNumber, chineseTerms, words, shardOf, slotsOf, addWeights,
    parts, plan, spansIn, stemsOf, merged, meant, HAN,
  };
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
  const TITLE = [0, 1, 1.6, 2.6];
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

  async function ready() {
    if (rules) return;
    const manifest = await load("index.json", "json");
    if (manifest.format !== core.FORMAT) {
      kept.clear();
      const said = `search.js reads format ${core.FORMAT} of the index, not ${manifest.format}`;
      throw Object.assign(new Error(said), { reason: "differs" });
    }
    index = { ...manifest, edition };
    index.originals = edition === "en" && missing === "original" && index.english < index.articles;
    const stems = edition === "en" && index.english;
    const [bytes, fold, stem] = await Promise.all([
      load("articles.bin", "arrayBuffer", index.version), load("fold.json", "json", index.version),
      stems ? load("stem.json", "json", index.version) : null,
    ]);
    const view = new DataView(bytes);
    index.names = Array.from({ length: index.articles }, (_, i) => view.getUint32(i * 4));
    let first = 0;
    for (const segment of index.segments) {
      const names = index.names.slice(first, first + segment.articles);
      segment.slots = core.slotsOf(names, first, segment.room);
      first += segment.articles;
    }
    rules = core.makeRules({ fold, stem });
  }

  // Each article's weight for a term; 0 where it lacks it.
  async function weights(language, number) {
    const made = new Uint8Array(index.articles);
    await Promise.all(index.segments.map(async (segment) => {
      const bits = segment.bits[language];
      if (bits === undefined) return;
      const place = core.shardOf(number, bits).toString(16).padStart(3, "0");
      const path = `${segment.level}/${language}/${place}.bin`;
      const data = await load(path, "arrayBuffer", segment.version);
      core.addWeights(new Uint8Array(data), number, bits, segment.slots, made);
    }));
    return made;
  }

  const label = (name) => weights("zh", core.numberOf(name));

  function textOf(article, of) {
    const name = index.names[article].toString(16).padStart(8, "0");
    return load(`text/${of}/${name}.json`, "json", index.version);
  }

  // ---- Finding

  async function weigh(asked) {
    const translated = index.originals ? await label("#text/en") : null;
    await Promise.all(asked.flatMap((part) => part.ways.map(async (way) => {
      way.found = await Promise.all(way.terms.map(([lang, number]) => weights(lang, number)));
      way.weights = new Uint8Array(index.articles);
      if (!way.found.length) return;
      for (let i = 0; i < index.articles; i++) {
        if (way.untranslated && translated[i]) continue;
        let least = 3;
        for (const each of way.found) least = Math.min(least, each[i]);
        way.weights[i] = least;
      }
    })));
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
    }
    return ranked(scores, (i) => everyone[i] && allowed[i]);
  }

  // Where nothing has all: what has at least half of the terms, by their rarity.
  function nearest(asked, allowed) {
    const scores = new Float64Array(index.articles);
    let whole = 0;
    for (const way of asked.flatMap((part) => part.ways)) {
      for (const each of way.found) {
        const count = each.reduce((sum, weight) => sum + (weight ? 1 : 0), 0);
        const rare = Math.log(1 + index.articles / (count || 1));
        if (way.kind !== "label") whole += count ? rare : rare / 2;
        each.forEach((weight, i) => { if (weight) scores[i] += rare; });
      }
    }
    return ranked(scores, (i) => allowed[i] && scores[i] >= whole / 2).slice(0, 50);
  }

  function ranked(scores, wanted) {
    const found = [];
    for (let i = index.articles - 1; i >= 0; i--) if (wanted(i)) found.push(i);
    if (form.elements.sort.value === "newest") return found;
    return found.sort((a, b) => scores[b] - scores[a] || b - a);
  }

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

  // All words that begin with a letter, in order, and about how many articles have each.
  async function wordsLike(letter) {
    const files = index.segments.map(({ level, words, version }) => {
      const path = words === "*" ? `${level}/words.txt` : `${level}/words/${letter}.txt`;
      return words === "*" || words.includes(letter) ? load(path, "text", version) : "";
    });
    const counts = new Map();
    for (const line of (await Promise.all(files)).join("").split("\n")) {
      const [word, count] = line.split(" ");
      if (word[0] === letter) counts.set(word, (counts.get(word) || 0) + Number(count));
    }
    return Array.from(counts).sort(([one], [other]) => (one < other ? -1 : 1));
  }

  // Words that no article has: those that begin so count as well, or one is suggested.
  async function complete(asked) {
    let suggestion = "", changed = false;
    for (const part of asked) {
      const way = part.ways[0];
      if (part.count || way.kind !== "stems" || way.stems.length > 1) continue;
      const word = core.words(part.folded)[0].word;
      if (!/^[a-z]{3,}$/.test(word)) continue;
      const known = await wordsLike(word[0]);
      const begun = known.filter(([other]) => other.startsWith(word)).slice(0, 20);
      for (const [other] of begun) {
        part.ways.push(core.stemsOf(other, rules));
        changed = true;
      }
      const better = begun.length ? "" : core.meant(word, known);
      if (better) suggestion = (suggestion || field().value).replace(part.text, better);
    }
    return { suggestion, changed };
  }

  async function find() {
    const asked = core.plan(field().value, rules, index);
    const allowed = await filtered();
    await weigh(asked);
    let found = score(asked, allowed), suggestion = "";
    if (edition === "en" && asked.some((part) => !part.count)) {
      const helped = await complete(asked);
      suggestion = helped.suggestion;
      if (helped.changed) {
        await weigh(asked);
        found = score(asked, allowed);
      }
    }
    // What was found by single terms need not be read to be counted.
    const sure = found.every((article) => asked.every((part) => part.ways
      .some((way) => way.weights[article] && way.terms.length < 2)));
    return { asked, allowed, found, suggestion, sure, near: false, next: 0, listed: 0 };
  }

  // ---- Reading the texts of what was found

  async function textsOf(article, result) {
    const chinese = edition === "en" && result.asked.some((part) => part.ways
      .some((way) => way.kind === "run" && !way.untranslated));
    const own = await textOf(article, edition.toLowerCase());
    const texts = [own];
    if (chinese && !own.lang) texts.push({ ...await textOf(article, "zh-hans"), lang: "zh-Hans" });
    for (const text of texts) {
      text.fields = [text.title, text.summary, ...text.lines];
      text.folded = text.folded || text.fields.map(rules.fold);
    }
    return matches(article, texts, result) ? texts : null;
  }

  function matches(article, texts, result) {
    if (result.near) return true;
    return result.asked.every((part) => part.ways.some((way) => way.weights[article]
      && (way.kind === "label" || texts.some((text) => text.folded
        .some((line) => core.spansIn(way, line, rules, false).length)))));
  }

  const spansOf = (folded, result) => core.merged(result.asked.flatMap((part) => part.ways
    .flatMap((way) => core.spansIn(way, folded, rules, result.near))));

  // The line that has most of what was asked for; the summary where it is as good.
  function passage(texts, result) {
    let best = { text: texts[0], line: texts[0].summary, spans: [], rank: 0 };
    for (const text of texts) {
      text.fields.slice(1).forEach((line, n) => {
        const folded = text.folded[n + 1];
        const spans = spansOf(folded, result);
        if (!spans.length) return;
        const kinds = result.asked.filter((part) => part.ways
          .some((way) => core.spansIn(way, folded, rules, result.near).length)).length;
        const rank = kinds * 100 + Math.min(spans.length, 9) + (n ? 0 : 5);
        if (rank > best.rank) best = { text, line, spans, rank };
      });
    }
    return best;
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

  function excerpt({ line, spans }) {
    const wide = core.HAN.test(line) ? 120 : 280;
    if (line.length <= wide * 1.3) return marked(line, spans, 0, line.length);
    const [start, end] = spans.length ? spans[0] : [0, 0];
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
    const [own] = texts;
    const best = passage(texts, result);
    const address = own.at || `../articles/${encodeURIComponent(own.slug)}/`;
    const link = element("a", { href: address },
      ...marked(own.title, spansOf(own.folded[0], result), 0, own.title.length));
    return element("li", {}, element("article", { class: "summary" },
      element("h2", { lang: own.lang }, link),
      element("p", { class: "meta" }, ...(own.date ? [element("time", { datetime: own.date }, own.day)] : []),
        ...(own.draft ? [" ", element("strong", { class: "draft" }, own.draft)] : [])),
      element("p", { class: "passage", lang: best.text.lang }, ...excerpt(best))));
  }

  const say = (key, n) => (words[n === 1 && words[`${key}.one`] ? `${key}.one` : key] || "")
    .replace("{n}", String(n)).replace("{q}", field().value.trim());

  function tell(result) {
    if (!result.found.length) return say("none");
    if (result.near) return say("near");
    const every = result.sure || result.next >= result.found.length;
    return say(every ? "found" : "about", result.found.length);
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
      made.push(...texts.filter(Boolean));
    }
    result.waiting = (result.waiting || []).concat(made);
    const items = result.waiting.splice(0, PAGE).map((one) => item(one, result));
    result.listed += items.length;
    return items;
  }

  async function search() {
    const mine = ++run;
    const query = field().value.trim();
    const chosen = ["city", "topic", "year"].some((n) => form.elements[n] && form.elements[n].value);
    hint.replaceChildren();
    if (!query && !chosen) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "";
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
      let items = await page(result, mine);
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
    if (!result.suggestion) return;
    const address = new URL(location.href);
    address.searchParams.set("q", result.suggestion);
    hint.append(words.meant, " ", element("a", { href: address.search }, result.suggestion));
  }

  async function showMore() {
    const mine = run;
    const items = await page(shown, mine).catch(() => null);
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
