// The index of a larger site, read in parts: search.js fetches this where the texts do not come
// whole. The files are laid out as shards.py, segments.py and manifest.py describe.
(() => {
  "use strict";

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

  // The tables of the site, and where its articles are in each segment.
  async function readIndex(index, load, stems) {
    const [bytes, fold, stem, named] = await Promise.all([
      load("articles.bin", "arrayBuffer", index.version), load("fold.json", "json", index.version),
      index.edition === "en" ? stems() : null,
      index.named ? load("names.json", "json", index.version) : {},
    ]);
    Object.assign(index.naming, named);
    const view = new DataView(bytes);
    index.names = Array.from({ length: index.articles }, (_, i) => view.getUint32(i * 4));
    let first = 0;
    for (const segment of index.segments) {
      const names = index.names.slice(first, first + segment.articles);
      segment.slots = slotsOf(names, first, segment.room);
      first += segment.articles;
    }
    return core.makeRules({ fold, stem });
  }

  // Sets each article's weight for the number of a term.
  async function addFromIndex(weights, language, number, index, load) {
    const list = language === "en" ? "en" : "zh";
    await Promise.all(index.segments.map(async (segment) => {
      const bits = segment.bits[list];
      if (bits === undefined) return;
      const place = shardOf(number, bits).toString(16).padStart(3, "0");
      const path = `${segment.level}/${list}/${place}.bin`;
      const data = await load(path, "arrayBuffer", segment.version);
      addWeights(new Uint8Array(data), number, bits, segment.slots, weights);
    }));
  }

  core.learn({ shardOf, slotsOf, addWeights, readIndex, addFromIndex });
})();
