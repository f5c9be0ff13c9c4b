// Figures and dates in queries and texts: search.js fetches this where a query may have some.
// As figures.py and dates.py have them; a test compares the two.
(() => {
  "use strict";
  const UNITS = [
    ["%", 0, "%|percent(?!a)|per cent"],
    ["points", 0, "个百分点|percentage points?"],
    ["usd", 0, "美元|美金|us dollars?|usd"],
    ["hkd", 0, "港元|港币|hong kong dollars?"],
    ["twd", 0, "new taiwan dollars?|twd|ntd"],
    ["mop", 0, "patacas?|mop"],
    ["eur", 0, "欧元|euros?"],
    ["yuan", 0, "元|人民币|yuan|rmb|cny"],
    ["m2", 4, "公顷|hectares?|ha"],
    ["m2", 6, "平方公里|square kilomet(?:re|er)s?|sq km|km2"],
    ["m2", 0, "平方米|平米|平方公尺|square met(?:re|er)s?|sq m|m2"],
    ["mu", 0, "亩|mu"],
    ["m", 3, "公里|千米|kilomet(?:re|er)s?|km"],
    ["m", 0, "米|公尺|met(?:re|er)s?"],
    ["kg", 3, "吨|公吨|(?:metric )?tons?|tonnes?"],
    ["kg", 0, "公斤|千克|kilograms?|kg"],
    ["kwh", 6, "吉瓦时|gwh"],
    ["kwh", 3, "兆瓦时|mwh"],
    ["kwh", 0, "千瓦时|千瓦小时|度电|kilowatt[ -]?hours?|kwh"],
    ["kw", 6, "吉瓦|gw"],
    ["kw", 3, "兆瓦|mw"],
    ["kw", 0, "千瓦|kilowatts?|kw"],
  ];
  const POWERS = {
    十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12,
    hundred: 2, thousand: 3, million: 6, mn: 6, billion: 9, bn: 9, trillion: 12, tn: 12,
  };
  const NUMBERS = {
    one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
    eleven: 11, twelve: 12, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70,
    eighty: 80, ninety: 90,
  };
  const MONEY = { $: "usd", us$: "usd", hk$: "hkd", nt$: "twd", mop$: "mop", "€": "eur", "¥": "yuan", rmb: "yuan" };
  const SCALES = "hundred|thousand|million|billion|trillion";
  const HAN_DIGITS = "〇一二三四五六七八九";
  const FIGURE = new RegExp("(?:([0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?)"
    + "(?: ?[余多来]?(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦])|百(?!分))"
    + `|[ -]?(${SCALES}|mn|bn|tn)(?![a-z]))?`
    + "|百分之([0-9]+(?:\\.[0-9]+)?|[〇零一二三四五六七八九十百两]+(?:点[〇零一二三四五六七八九]+)?)"
    + "|([〇零一二三四五六七八九十百千万亿两]{2,})"
    + `|\\b(${Object.keys(NUMBERS).join("|")})[ -](${SCALES})(?![a-z]))[余多来]?`
    + `(?:[ -]?(?:${UNITS.map((unit) => `((?:${unit[2]})(?![a-z]))`).join("|")}))?`, "g");

  function shifted(digits, power) {
    const [whole, rest = ""] = digits.replace(/,/g, "").split(".");
    const all = rest.padEnd(power, "0");
    const high = (whole + all.slice(0, power)).replace(/^0+/, "") || "0";
    const low = all.slice(power).replace(/0+$/, "");
    return low ? `${high}.${low}` : high;
  }

  const digitOf = (c) => (c === "零" ? 0 : c === "两" ? 2 : HAN_DIGITS.indexOf(c));

  function chineseNumber(written) {
    const [numeral, decimals = ""] = written.split("点");
    let large = 0n, total = 0n, section = 0n, digit = 0n, before = "";
    for (const c of numeral) {
      const value = digitOf(c);
      if (value >= 0) {
        const after = before && before !== "零" && (before === "两" || HAN_DIGITS.includes(before));
        digit = (after ? digit * 10n : 0n) + BigInt(value);
      } else if (c === "万") {
        total += (section + digit || 1n) * 10000n;
        section = digit = 0n;
      } else if (c === "亿") {
        large = (total + section + digit + large || 1n) * 100000000n;
        total = section = digit = 0n;
      } else {
        section += (digit || 1n) * 10n ** BigInt(POWERS[c]);
        digit = 0n;
      }
      before = c;
    }
    const rest = Array.from(decimals, digitOf).join("").replace(/0+$/, "");
    return String(large + total + section + digit) + (rest && `.${rest}`);
  }

  const YEAR = /^(?:19|20)[0-9]{2}$/;
  const RANGE = /^ ?(?:[-~至到]|(?:to|and)(?= )) ?$/;

  // The figures of a folded text: where each stands, and the terms that it is known by.
  function figuresIn(folded) {
    const found = [];
    for (const match of folded.matchAll(FIGURE)) {
      const [all, digits, han, scale, share, numeral, word, times] = match;
      const end = match.index + all.length;
      // Beside a lost character a number is a part of another one.
      if (/[\ufffc\ufffd]/.test(folded[end] || "")) continue;
      const before = /(us\$|hk\$|nt\$|mop\$|\$|€|¥|rmb ?)$|[0-9a-z.,\ufffc\ufffd]$/
        .exec(folded.slice(Math.max(0, match.index - 4), match.index));
      if (before && !before[1]) continue;
      const money = before ? before[1] : "";
      const measure = share ? ["%", 0] : UNITS[match.slice(8).findIndex(Boolean)];
      const [unit, power] = measure || [MONEY[money.trim()] || "", 0];
      const number = digits || numeral || share || String(NUMBERS[word]);
      found.push({ start: match.index - money.length, end, number, scale: han || scale || times || "", unit, power });
    }
    inRanges(found, folded);
    return found.map((one) => ({ start: one.start, end: one.end, terms: figureTerms(one) }))
      .filter((one) => one.terms.length);
  }

  // A range has its unit and its magnitude once: 3至5亿元, 8.5 to 9 percent.
  function inRanges(read, folded) {
    read.slice(1).forEach((other, i) => {
      const one = read[i];
      if (!RANGE.test(folded.slice(one.end, other.start)) || YEAR.test(one.number)) return;
      if (one.unit && other.unit && one.unit !== other.unit) return;
      const [less, more] = [one, other].map((each) => Number(each.number.replace(/,/g, "")));
      if (!one.scale && less < more) one.scale = other.scale;
      if (!one.unit) [one.unit, one.power] = [other.unit, other.power];
      else if (!other.unit) [other.unit, other.power] = [one.unit, one.power];
      one.end = other.end;
    });
  }

  function figureTerms({ number, scale, unit, power }) {
    const numeral = !/^[0-9]/.test(number);
    const value = numeral ? chineseNumber(number) : shifted(number, scale ? POWERS[scale] : 0);
    if (numeral && !unit && !/[万亿]/.test(number)) return [];
    if (unit === "%" || unit === "points") return [`=${value} ${unit}`];
    if (unit) return [`=${value}`, `=${shifted(value, power)} ${unit}`];
    const large = !numeral && number.split(".")[0].length > 3 && !YEAR.test(number);
    return scale || numeral || large ? [`=${value}`] : [];
  }

  // What a folded text is known by if it is a figure or a range and nothing else.
  function figuresOf(folded) {
    const found = figuresIn(folded);
    if (!found.length || found.length > 2) return [];
    const [{ start, end }] = found;
    return start === 0 && end === folded.length ? found.map((one) => one.terms[one.terms.length - 1]) : [];
  }

  // ---- Numbers in groups

  // A number in groups is one word: 6 123.4, 6，123.4, but not 100 200.
  const oneNumber = (query) => query
    .replace(/([0-9\uff10-\uff19])，(?=[0-9\uff10-\uff19]{3}(?![0-9\uff10-\uff19]))/g, "$1,")
    .replace(/(^|[^\p{N}.,])(\p{N}{1,3}(?:[ \u00a0\u2009\u202f]\p{N}{3})+)(?!\p{N})(?=(.?))/gu, (all, before, number, after) => {
      const groups = number.split(/[ \u00a0\u2009\u202f]/);
      const sure = groups.length > 2 || groups[0].length < 3 || /[^\s]/.test(after);
      return before + (sure ? groups.join("") : number);
    });

  // The other ways to write the numbers of a folded text: without groups, in groups, with blanks.
  function regrouped(folded) {
    // Chinese beside digits may have a blank.
    const apart = folded.replace(/([\u3400-\u9fff])(?=[0-9a-z])|([0-9a-z%])(?=[\u3400-\u9fff])/g, "$& ");
    const spaced = apart === folded || /\d月|\d日/.test(folded) ? [] : [apart];
    spaced.push(...inNumerals(folded));
    if (/[0-9][-~至到][0-9]/.test(folded)) spaced.push(...["至", "-", "~"].map((sign) => folded.replace(/([0-9])[-~至到](?=[0-9])/g, `$1${sign}`)));
    if (!/[0-9]{4}|[0-9],[0-9]{3}/.test(folded)) return spaced.filter((text) => text !== folded);
    const plain = folded.replace(/[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/g, (number) => number.replace(/,/g, ""));
    const inGroups = (by) => plain.replace(/(^|[^0-9.])([0-9]{4,})(?![0-9])/g, (all, before, number) => (
      /^(?:19|20)[0-9]{2}$/.test(number) ? all : before + number.replace(/\B(?=(?:[0-9]{3})+$)/g, by)));
    return [plain, inGroups(","), inGroups(" "), ...spaced].filter((text) => text !== folded);
  }

  // Small numbers in the other way: 八个月 for 8个月, "three" for "3".
  const COUNTED = "(?=[个家名项条种座期天次人户台位届年])";
  function inNumerals(folded) {
    const [word] = Object.entries(NUMBERS).find((pair) => pair.map(String).includes(folded)) || [];
    if (word) return NUMBERS[word] > 12 ? [] : [word === folded ? String(NUMBERS[word]) : word];
    const digits = folded.replace(new RegExp(`[一二三四五六七八九十两]+${COUNTED}`, "g"), (one) => chineseNumber(one));
    const numerals = folded.replace(new RegExp(`(^|[^0-9.,])([1-9]|10)${COUNTED}`, "g"), (all, before, one) => (
      before + (one === "2" ? "两" : "〇一二三四五六七八九十"[one])));
    return [digits, numerals].filter((text) => text !== folded);
  }

  // ---- Dates: as dates.py has them, with the same patterns

  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const NAME = /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?/g;
  const BEFORE_NAME = /(?:^|[^0-9.,])([0-9]{1,2})(?:st|nd|rd|th)?(?: ?(?:-|to|and|,) ?([0-9]{1,2})(?:st|nd|rd|th)?)? (?:of )?$/;
  const AFTER_NAME = /^ ([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:%]|[.,][0-9]| ?(?:hundred|thousand|[mbt]r?illion|per ?cent|yuan))(?: ?(?:-|to|and) ?([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9a-z:%]|[.,][0-9]| ?[a-z]))?/;
  const YEAR_AFTER = /^,? ?(?:of )?((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])/;
  const N = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}";
  const BEFORE_HAN = new RegExp("(?:(?:^|[^0-9])((?:19|20)[0-9]{2})|([一二]?[九〇零][〇零一二三四五六七八九]{2}))"
    + ` ?年 ?(${N}) ?$`);
  const MONTH_HAN = new RegExp(`(?:^|[^0-9.一二三四五六七八九十百千万])(${N}) ?$`);
  const AFTER_HAN = new RegExp(`^ ?(${N})(?: ?[日号](?: ?[-~至到、和及与] ?(${N}) ?[日号])?| ?[-~至到、] ?(${N}) ?[日号])`);
  const ISO = /([12][90][0-9]{2})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]))(?![0-9]|[.,][0-9])/g;
  const COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
  const PERIOD = new RegExp("(?:[前首] ?|[1一] ?[-~至到、] ?)([两二三23]) ?个?季(?:度|(?!节))"
    + "|(?:第(?=[一二三四1-4] ?季)|(?=[一二三四1-4] ?季度|首季))([首一二三四1-4]) ?季(?:度|(?!节))|([上下])半年"
    + `|[前首头] ?(${N}) ?个月|[1一] ?月? ?[-~至到] ?(${N}) ?月`
    + "|\\b(first|second|third|fourth|1st|2nd|3rd|4th) quarter\\b|\\bq([1-4])\\b"
    + "|\\b(first|second) half\\b|\\bh([12])\\b|\\bfirst (two|three|2|3) quarters\\b"
    + `|\\bfirst (${COUNT}|[0-9]{1,2}) months\\b`
    + `|\\bjan(?:uary|\\.)? ?(?:-|to|through) ?(${NAME.source})`, "g");
  const TERMS = ["threes", "q", "h", "m", "m", "q", "q", "h", "h", "threes", "m", "name"];
  const YEAR_BEFORE = /(?:^|[^0-9])((?:19|20)[0-9]{2})(?: ?年)? ?$/;
  const ORDER = ["一 first 1st 上 首", "二 second 2nd 下 两", "三 third 3rd", "四 fourth 4th"].map((words) => words.split(" "));
  const UNSURE = ["may", "mar", "march", "mar."];
  const REACH = 24;

  const two = (number) => String(number).padStart(2, "0");
  const digitsOf = (number) => (/^[0-9]/.test(number) ? number : chineseNumber(number));

  function periodOf(kind, written) {
    const order = ORDER.findIndex((words) => words.includes(written)) + 1;
    const number = kind === "name" ? MONTHS.indexOf(written.slice(0, 3)) + 1
      : order || COUNT.split("|").indexOf(written) + 1 || Number(digitsOf(written));
    if (kind === "threes" || (kind === "q" && number === 1)) return `m${3 * number}`;
    if (kind === "h") return number === 1 ? "m6" : "h2";
    return kind === "q" ? `q${number}` : number > 1 && number < 12 ? `m${number}` : "";
  }

  // The dates of a folded text: where each stands, and the terms that it is known by.
  function datesIn(folded) {
    const found = [];
    const add = (start, end, year, month, days) => {
      const number = Number(digitsOf(month));
      if (number < 1 || number > 12) return;
      const terms = [`@${two(number)}`, ...(year ? [`@${year}-${two(number)}`] : [])];
      for (const day of days.filter(Boolean).map((one) => Number(digitsOf(one)))) {
        if (day < 1 || day > 31) continue;
        terms.push(`@${two(number)}-${two(day)}`);
        if (year) terms.push(`@${year}-${two(number)}-${two(day)}`);
      }
      found.push({ start, end, terms });
    };
    for (let at = folded.indexOf("月"); at >= 0; at = folded.indexOf("月", at + 1)) {
      const head = folded.slice(Math.max(0, at - REACH), at);
      const full = BEFORE_HAN.exec(head), match = full || MONTH_HAN.exec(head);
      if (!match) continue;
      const year = full ? full[1] || full[2] : "";
      const first = match.index + match[0].indexOf(year || match[1]);
      const days = AFTER_HAN.exec(folded.slice(at + 1, at + REACH));
      add(at - head.length + first, at + 1 + (days ? days[0].length : 0), Array.from(year, digitsOf).join(""),
        match[match.length - 1], days ? days.slice(1) : []);
    }
    for (const name of folded.matchAll(NAME)) {
      let start = name.index, end = start + name[0].length;
      const head = folded.slice(Math.max(0, start - REACH), start);
      let days = BEFORE_NAME.exec(head);
      if (days) {
        start += days.index + days[0].indexOf(days[1]) - head.length;
      } else {
        days = AFTER_NAME.exec(folded.slice(end, end + REACH));
        end += days ? days[0].length : 0;
      }
      const year = YEAR_AFTER.exec(folded.slice(end, end + REACH));
      end += year ? year[0].length : 0;
      if (!days && !year && UNSURE.includes(name[0])) continue;
      add(start, end, year ? year[1] : "", String(MONTHS.indexOf(name[0].slice(0, 3)) + 1), days ? days.slice(1) : []);
    }
    for (const one of folded.matchAll(ISO)) {
      if (/[0-9.]/.test(folded[one.index - 1] || "") || !/^(?:19|20)/.test(one[1])) continue;
      add(one.index, one.index + one[0].length, one[1], one[3] || one[5], [one[4] || one[6]]);
    }
    for (const one of folded.matchAll(PERIOD)) {
      let start = one.index, end = start + one[0].length;
      const group = one.slice(1).findIndex(Boolean);
      const longer = group === 1 ? /[-前至到~]/ : /[0-9.一二三四五六七八九十]/;
      if ([0, 1, 4].includes(group) && longer.test(folded[start - 1] || "")) continue;
      const term = periodOf(TERMS[group], one[group + 1]);
      if (!term) continue;
      const head = folded.slice(Math.max(0, start - REACH), start);
      let year = YEAR_BEFORE.exec(head);
      if (year) {
        start += year.index + year[0].indexOf(year[1]) - head.length;
      } else {
        year = YEAR_AFTER.exec(folded.slice(end, end + REACH));
        end += year ? year[0].length : 0;
      }
      found.push({ start, end, terms: [`@${term}`, ...(year ? [`@${year[1]}-${term}`] : [])] });
    }
    return found.sort((a, b) => a.start - b.start);
  }

  // What a folded text is known by if it is a date and nothing else: the label of the articles of
  // that time, and the terms of texts that name it, with the year and without; or null.
  function dateOf(folded) {
    const [, year, month] = /^((?:19|20)[0-9]{2})(?: ?[-/年] ?(?:([0-9]{1,2}) ?月?)?)?$/.exec(folded) || [];
    if (year && !month) return { label: `#year/${year}`, said: [`${year}年`], terms: [] };
    if (month > 12 || month < 1) return null;
    if (month) return dated(`@${year}-${two(Number(month))}`);
    const short = /^(1[0-2]|0?[1-9])[-/](3[01]|[12][0-9]|0?[1-9])$/.exec(folded);
    if (short) return dated(`@${two(Number(short[1]))}-${two(Number(short[2]))}`);
    const one = datesIn(folded).find((date) => !date.start && date.end === folded.length);
    if (!one || one.terms.length > 4) return null;
    return dated(one.terms[one.terms.length - 1]);
  }

  function dated(term) {
    const [year, ...rest] = term.slice(1).split("-");
    if (year.length < 4) return { label: rest.length ? `#date/${term.slice(1)}` : "", said: [], terms: [term] };
    const label = /[qhm]/.test(term) ? "" : `#${rest.length > 1 ? "day" : "month"}/${term.slice(1)}`;
    return { label, year, said: [], terms: [term, `@${rest.join("-")}`] };
  }

  // Lines are looked at more than once.
  const remembered = (read) => {
    const known = new Map();
    return (folded) => {
      if (!known.has(folded)) known.set(folded, read(folded));
      return known.get(folded);
    };
  };

  core.learn({ figuresIn: remembered(figuresIn), figuresOf, datesIn: remembered(datesIn), dateOf, oneNumber, regrouped });
})();
