// Words that begin so, or that were probably meant: search.js fetches this where no article has a
// word.
(() => {
  "use strict";
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

  // Whether two texts have the same letters, in whatever order: a slip that no wrong letter made.
  const sameLetters = (first, second) => Array.from(first).sort().join() === Array.from(second).sort().join();

  // How far the stems of two words are apart: 1, or too far.
  function stemsApart(word, other, stem) {
    const [one, two] = [stem(word), stem(other)];
    return Math.min(one.length, two.length) > 4 && one[0] === two[0] && distance(one, two, 1) === 1 ? 1 : 9;
  }

  // What was probably meant by `word`, the likeliest first, of words ([word, articles] pairs) and
  // names: letters that have changed places are likelier than a wrong one, and so is a name where
  // capitals were typed. One slip is likely, two are only in a long word that begins alike.
  function meant(word, list, names, capitals, stem = (one) => one) {
    const found = [], most = word.length < 8 ? 1 : 2;
    const add = (other, articles, rank) => {
      // "battries" is "battery" too.
      const far = other === word ? 0 : Math.min(distance(word, other, most), stemsApart(word, other, stem));
      if (!far || far > most || (far > 1 && other[0] !== word[0])) return;
      if (Math.min(word.length, other.length) < 4 && !sameLetters(word, other)) return;
      found.push({ other, articles, rank: far - (sameLetters(word, other) ? 0.4 : 0) - rank });
    };
    for (const [other, articles] of list) add(other, articles, 0);
    for (const name of names) if (/^[0-9a-z]{3,}$/.test(name)) add(name, 1, capitals ? 0.5 : 0);
    return found.sort((a, b) => a.rank - b.rank || b.articles - a.articles).map((one) => one.other);
  }

  // Names in `run` of which one character is wrong, missing, added or changed places with its
  // neighbour, the longest first: each with the place of what stands for it.
  function meantNames(run, names) {
    let clear = run;
    for (const name of names) if (name.length > 2) clear = clear.split(name).join(" ".repeat(name.length));
    const found = [];
    for (const name of names) {
      const long = name.length;
      if (!core.HAN.test(name) || long < 2 || run.includes(name)) continue;
      // Part of a longer text must look more like a name than all of a short one.
      const sizes = long > 3 ? [long, long + 1, long - 1] : long > 2 ? [long] : [];
      for (const size of new Set([...sizes, ...(Math.abs(run.length - long) < 2 && long > 2 ? [run.length] : [])])) {
        for (let at = 0; at + size <= run.length; at++) {
          const part = clear.slice(at, at + size);
          if (part.includes(" ") || distance(part, name, 1) !== 1) continue;
          found.push({ name, at, end: at + size, rank: (size === long ? 0 : 1) - (sameLetters(part, name) ? 1 : 0) });
        }
      }
    }
    // Many names of two characters differ in one: only the one that begins alike, or is alone.
    if (run.length === 2 && core.HAN.test(clear)) {
      const near = names.filter((name) => name.length === 2 && core.HAN.test(name) && distance(run, name, 1) === 1);
      const alike = near.filter((name) => name[0] === run[0]);
      const [name] = alike.length ? alike : near;
      if ((alike.length || near.length) === 1) found.push({ name, at: 0, end: 2, rank: 0 });
    }
    return found.sort((a, b) => b.name.length - a.name.length || a.rank - b.rank || a.at - b.at);
  }

  // All names that the site knows, folded.
  async function namesOf(folded, { index, rules, load }) {
    const { names, topics } = index.naming;
    const towns = index.cities.map((city) => rules.fold(city[1]));
    if (/市$/.test(folded)) towns.push(...towns.map((name) => `${name}市`));
    const terms = index.termed && core.HAN.test(folded)
      ? (await load("terms.txt", "text", index.version)).split("\n").filter(Boolean) : [];
    const spelled = core.HAN.test(folded) ? [] : index.cities.flatMap((city) => city[2]);
    return Array.from(new Set([...names.flat(), ...topics.flatMap((row) => row.slice(1)), ...towns, ...spelled, ...terms]));
  }

  // All English words that begin with one of some letters, in order, and about how many
  // articles have each.
  async function wordsLike(letters, { index, rules, load, openPack }) {
    const counts = new Map();
    const add = (word, count) => counts.set(word, (counts.get(word) || 0) + count);
    if (index.whole) {
      for (const text of (await openPack("en")).texts.filter((one) => !one.lang)) {
        const lines = [text.title, text.summary, ...text.lines].map(rules.fold);
        const all = lines.flatMap((line) => core.words(line).map((one) => one.word));
        for (const word of new Set(all)) if (/^[a-z]{3,}$/.test(word)) add(word, 1);
      }
    } else {
      const files = index.segments.flatMap(({ level, words, version }) => (words === "*"
        ? [load(`${level}/words.txt`, "text", version)]
        : letters.filter((letter) => words.includes(letter))
          .map((letter) => load(`${level}/words/${letter}.txt`, "text", version))));
      for (const line of (await Promise.all(files)).join("").split("\n")) {
        const [word, count] = line.split(" ");
        add(word, Number(count));
      }
    }
    return Array.from(counts).filter(([word]) => letters.includes(word[0]))
      .sort(([one], [other]) => (one < other ? -1 : 1));
  }

  // Whether a word is an ordinary one, and so no slip: see `ordinary` of vocabulary.py.
  async function isOrdinary(word, { index, rules, load }) {
    // Without a network, any word may be a slip.
    const bits = new Uint8Array(await load("ordinary.bin", "arrayBuffer", index.version).catch(() => []));
    if (!bits.length) return false;
    const number = core.numberOf(rules.stem(word));
    return [1, 2, 3, 4, 5, 6].every((turn) => {
      const bit = core.step(number, turn) % (bits.length * 8);
      return bits[bit >> 3] & (1 << (bit & 7));
    });
  }

  // The names that are spelled so in pinyin: ningdeshidai is 宁德时代.
  async function spelledSo(key, { index, load }) {
    const text = await load("spelled.txt", "text", index.version).catch(() => "");
    const rows = text.split("\n").map((row) => row.split(" "));
    return rows.filter(([pinyin]) => pinyin === key).map(([, name]) => name);
  }

  // Chinese and a word in letters that no article has side by side become parts: CATL肇庆.
  function cutScripts(asked, { index, rules }) {
    const mixed = asked.filter((part) => !part.count && /[a-z]{2}/.test(part.folded) && core.HAN.test(part.folded));
    for (const part of mixed) {
      const pieces = part.folded.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g).map((text) => text.trim());
      asked.splice(asked.indexOf(part), 1, ...pieces.filter((text) => /[\p{L}\p{N}]/u.test(text))
        .map((text) => ({ text, folded: text, ways: core.waysOf(text, rules, index), figures: [], count: 1 })));
    }
    return mixed.length > 0;
  }

  // Neighbouring words that are one name become one part: a company in pinyin, a person, a paper.
  async function joinNames(asked, page) {
    const { index, rules } = page;
    let changed = false;
    for (let size = Math.min(4, asked.length); size > 1; size--) {
      for (let at = 0; at + size <= asked.length; at++) {
        const some = asked.slice(at, at + size);
        if (!some.some((part) => !part.count) || !some.every((part) => /^[a-z][a-z.'-]*$/.test(part.folded))) continue;
        const folded = some.map((part) => part.folded).join(" ");
        const names = await spelledSo(core.byKey(folded), page);
        const ways = [core.byWay(folded), ...names.flatMap((name) => core.waysOf(rules.fold(name), rules, index))];
        await page.weigh([{ ways, figures: [] }]);
        if (!ways.some((way) => way.weights.some(Boolean))) continue;
        asked.splice(at, size, { text: some.map((part) => part.text).join(" "), folded, ways, figures: [], count: 1 });
        changed = true;
      }
    }
    return changed;
  }

  // The ways of `text`, if an article has it in one of them.
  async function waysIn(text, page, more = []) {
    const ways = [...core.waysOf(text, page.rules, page.index), ...more];
    await page.weigh([{ ways, figures: [] }]);
    return ways.some((way) => way.weights.some(Boolean)) ? ways : null;
  }

  // The first few of the texts that may have been meant by a part, until an article has one.
  async function instead(part, likely, page, more) {
    for (const { at, end, name } of likely.slice(0, 3)) {
      const text = part.folded.slice(0, at) + name + part.folded.slice(end);
      const ways = await waysIn(text, page, more(text));
      if (!ways) continue;
      part.meant = { at, end, name };
      part.ways.push(...ways);
      return true;
    }
    return false;
  }

  // Parts that no article has (with `hard`, Chinese that only seemed to be there too). Words that
  // begin so count as well, or the word or name that was probably meant is looked for, and
  // suggested. In Chinese, English words are looked for in the English of the articles.
  async function complete(asked, page, hard) {
    const { index, rules, openPack } = page;
    let changed = await joinNames(asked, page);
    changed = cutScripts(asked, page) || changed;
    for (const part of asked) {
      if (core.HAN.test(part.folded)) {
        if (part.count && !hard) continue;
        if (index.edition === "zh-Hant" && !part.other) {
          // The Simplified text may have another word.
          const way = { ...core.waysOf(part.folded, rules, index)[0], extra: true };
          way.terms = way.terms.map(([, number]) => ["hans", number]);
          part.other = true;
          const known = await page.weigh([{ ways: [way], figures: [] }]).then(() => true, () => false);
          if (known && way.weights.some(Boolean)) {
            part.ways.push(way);
            changed = true;
            continue;
          }
        }
        const likely = meantNames(part.folded, await namesOf(part.folded, page));
        changed = await instead(part, likely, page, () => []) || changed;
        continue;
      }
      const list = core.words(part.folded);
      if (part.count || !/[a-z]{2}/.test(part.folded)) continue;
      const foreign = index.edition !== "en";
      const stems = (text) => [core.stemsOf(text, rules, { foreign, extra: true })];
      const add = (text) => {
        part.ways.push(...stems(text));
        changed = true;
      };
      if (foreign && index.english) {
        rules.learn(index.whole ? await openPack("en") : { stem: await page.stems() });
        add(part.folded);
      }
      // A word with a hyphen may be written as one.
      if (/[a-z]-[a-z]/.test(part.folded)) add(part.folded.replace(/-/g, ""));
      const [{ word }] = list;
      if (list.length > 1 || !/^[0-9a-z]{3,}$/.test(word)) continue;
      const spelled = await spelledSo(word, page);
      if (spelled.length) {
        part.ways.push(...spelled.flatMap((name) => core.waysOf(rules.fold(name), rules, index)));
        changed = true;
        continue;
      }
      // The first two letters may have been typed the other way round.
      const known = index.english && /^[a-z]+$/.test(word) ? await wordsLike([word[0], word[1]], page) : [];
      if (foreign && known.some(([other]) => rules.stem(other) === rules.stem(word))) continue;
      const usual = index.english && await isOrdinary(word, page);
      const begun = [];
      for (const [other] of known) {
        if (!other.startsWith(word) || begun.length === 20) continue;
        // An ordinary word is not meant for the beginning of others, unless they are made of two.
        const rest = other.slice(word.length);
        if (!usual || (rest.length > 2 && await isOrdinary(rest, page))) begun.push([other]);
      }
      begun.forEach(([other]) => add(other));
      if (begun.length || usual) continue;
      const capitals = /^\p{Lu}/u.test(part.text);
      const names = await namesOf(part.folded, page);
      const all = meant(word, known, names, capitals, rules.stem).map((name) => ({ at: 0, end: part.folded.length, name }));
      // A word of the texts needs no other way, which would fetch more.
      if (all.length && !names.includes(all[0].name)) {
        [part.meant] = all;
        add(part.meant.name);
        continue;
      }
      changed = await instead(part, all, page, index.english ? stems : () => []) || changed;
    }
    return changed;
  }

  // The query with what was probably meant in place of what was typed, as the texts that were found
  // write it; "" where nothing was.
  function suggestion(query, asked, texts) {
    let made = "", rest = query, some = false;
    for (const part of asked) {
      const start = rest.indexOf(part.text);
      if (start < 0) continue;
      const after = start + part.text.length;
      made += rest.slice(0, start) + (part.meant ? corrected(part, texts) : part.text);
      [rest, some] = [rest.slice(after), some || Boolean(part.meant)];
    }
    return some ? made + rest : "";
  }

  function corrected(part, texts) {
    const { at, end, name } = part.meant;
    const whole = part.text.length === part.folded.length ? part.text : part.folded;
    return whole.slice(0, at) + written(name, part.text, texts) + whole.slice(end);
  }

  function written(name, typed, texts) {
    const forms = new Set();
    for (const text of texts) {
      text.folded.forEach((line, n) => {
        for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
          const whole = core.HAN.test(name) || !/[0-9a-z]/.test((line[at - 1] || "") + (line[at + name.length] || ""));
          if (whole) forms.add(text.fields[n].slice(at, at + name.length));
        }
      });
    }
    if (forms.size) return forms.has(name) ? name : Array.from(forms)[0];
    // No text has it in this script or language: with capitals where they were typed.
    const [first] = typed;
    if (typed === typed.toUpperCase()) return name.toUpperCase();
    return first === first.toUpperCase() ? name[0].toUpperCase() + name.slice(1) : name;
  }

  core.learn({ meant, meantNames, complete, suggestion });
})();
