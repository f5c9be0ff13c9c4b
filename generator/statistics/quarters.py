"""Names of quarters, and of the first months or quarters of a year, as patterns."""

from __future__ import annotations

# Taiwan and Hong Kong leave 度 out (第二季), and call the first quarter 首季.
QUARTER = r"(?:第?[一二三四1-4]季度|第[一二三四1-4]季|首季度?)"
FIRST_PART = r"[前首头][0-9一二两三四五六七八九十]{1,2}个?(?:月|季度?)"
