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

  // Parts that no article has. Words that begin so count as well, or the word or city that was
  // probably meant is looked for, and suggested. In Chinese, English words are looked for in the
  // English of the articles.
  async function complete(asked, page) {
    const { index, rules, openPack } = page;
    let suggestion = "", changed = false;
    for (const part of asked) {
      const list = core.words(part.folded);
      if (part.count || core.HAN.test(part.folded) || !/[a-z]{2}/.test(part.folded)) continue;
      if (!index.english) continue;
      const foreign = index.edition !== "en";
      const add = (text) => {
        part.ways.push(core.stemsOf(text, rules, { foreign, extra: true }));
        changed = true;
      };
      if (foreign) {
        rules.learn(index.whole ? await openPack("en") : { stem: await page.stems() });
        add(part.folded);
      }
      const [{ word }] = list;
      if (list.length > 1 || !/^[a-z]{3,}$/.test(word)) continue;
      // The first two letters may have been typed the other way round.
      const known = await wordsLike([word[0], word[1]], page);
      if (foreign && known.some(([other]) => rules.stem(other) === rules.stem(word))) continue;
      const begun = known.filter(([other]) => other.startsWith(word)).slice(0, 20);
      begun.forEach(([other]) => add(other));
      if (begun.length) continue;
      const cities = index.cities.flatMap((city) => city[2].map((name) => [name, 1]));
      const better = meant(word, [...known, ...cities]);
      if (!better) continue;
      suggestion = (suggestion || page.query).replace(part.text, better);
      add(better);
      part.ways.push(...core.cityWays(better, index, rules));
    }
    return { suggestion, changed };
  }

  core.learn({ meant, complete });
})();
