// Figures and dates in queries and texts: search.js fetches this where a query may have some.
// As figures.py has them; a test compares the two.
(() => {
  "use strict";
  const UNITS = [
    ["%", 0, "%|percent(?!a)|per cent"],
    ["points", 0, "个百分点|percentage points?"],
    ["usd", 0, "美元|美金|us dollars?|usd"],
    ["hkd", 0, "港元|港币|hong kong dollars?"],
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
  const MONEY = { $: "usd", us$: "usd", hk$: "hkd", "€": "eur", "¥": "yuan", rmb: "yuan" };
  const SCALES = "hundred|thousand|million|billion|trillion";
  const HAN_DIGITS = "〇一二三四五六七八九";
  const FIGURE = new RegExp("(?:([0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?)"
    + "(?:[余多来]?(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦])|百(?!分))"
    + `|[ -]?(${SCALES}|mn|bn|tn)(?![a-z]))?`
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

  function chineseNumber(numeral) {
    let large = 0n, total = 0n, section = 0n, digit = 0n, before = "";
    for (const c of numeral) {
      const value = c === "零" ? 0 : c === "两" ? 2 : HAN_DIGITS.indexOf(c);
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
    return String(large + total + section + digit);
  }

  // The figures of a folded text: where each stands, and the terms that it is known by.
  function figuresIn(folded) {
    const found = [];
    for (const match of folded.matchAll(FIGURE)) {
      const [all, digits, han, scale, numeral, word, times] = match;
      // Beside a lost character a number is a part of another one.
      if (/[\ufffc\ufffd]/.test(folded[match.index + all.length] || "")) continue;
      const before = /(us\$|hk\$|\$|€|¥|rmb ?)$|[0-9a-z.,\ufffc\ufffd]$/
        .exec(folded.slice(Math.max(0, match.index - 4), match.index));
      if (before && !before[1]) continue;
      const money = before ? before[1] : "";
      const terms = figureTerms(digits, han || scale || times, numeral, word,
        UNITS[match.slice(7).findIndex(Boolean)], MONEY[money.trim()] || "");
      const start = match.index - money.length;
      if (terms.length) found.push({ start, end: match.index + all.length, terms });
    }
    return found;
  }

  function figureTerms(digits, scale, numeral, word, measure, money) {
    const value = numeral ? chineseNumber(numeral)
      : shifted(digits || String(NUMBERS[word]), scale ? POWERS[scale] : 0);
    const [unit, power] = measure || [money, 0];
    if (numeral && !unit && !/[万亿]/.test(numeral)) return [];
    if (unit === "%" || unit === "points") return [`=${value} ${unit}`];
    if (unit) return [`=${value}`, `=${shifted(value, power)} ${unit}`];
    const large = digits && digits.split(".")[0].length > 3 && !/^(?:19|20)[0-9]{2}$/.test(digits);
    return scale || numeral || large ? [`=${value}`] : [];
  }

  // What a folded text is known by if it is one figure and nothing else, or "".
  function figureOf(folded) {
    const [one] = figuresIn(folded);
    return one && one.start === 0 && one.end === folded.length ? one.terms[one.terms.length - 1] : "";
  }

  // ---- Dates

  const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december"];

  // The label of a folded year, month or day, and how either language writes it; or null.
  function dateOf(folded) {
    let [, year, month, day] = /^((?:19|20)[0-9]{2})(?: ?[-/年] ?(?:([0-9]{1,2})(?: ?[-/月] ?(?:([0-9]{1,2})[日号]?)?)?)?)?$/
      .exec(folded) || [];
    if (!year) {
      const said = /^(?:([0-9]{1,2}) )?([a-z]{3,9})\.?,? (?:([0-9]{1,2}),? )?((?:19|20)[0-9]{2})$/
        .exec(folded);
      if (!said) return null;
      const at = MONTHS.findIndex((one) => one.startsWith(said[2]));
      if (at < 0) return null;
      [year, month, day] = [said[4], at + 1, said[1] || said[3]];
    }
    const two = (number) => String(number).padStart(2, "0");
    if (!month) return { label: `#year/${year}`, said: [`${year}年`] };
    if (month > 12 || month < 1) return null;
    const name = MONTHS[month - 1];
    if (!day) {
      const said = [`${year}年${Number(month)}月`, `${name} ${year}`];
      return { label: `#month/${year}-${two(month)}`, said };
    }
    return {
      label: `#day/${year}-${two(month)}-${two(day)}`,
      said: [`${year}年${Number(month)}月${Number(day)}日`, `${Number(day)} ${name} ${year}`],
    };
  }

  core.learn({ figuresIn, figureOf, dateOf });
})();
