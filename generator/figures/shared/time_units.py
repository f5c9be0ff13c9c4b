"""Chinese units of time and their English."""

from __future__ import annotations

# From a Chinese unit of time to the singular of its English.
TIME_UNITS = {
    "世纪": "century", "年": "year", "季度": "quarter", "季": "quarter", "月": "month",
    "个月": "month", "星期": "week", "周": "week", "天": "day", "日": "day",
    "工作日": "working day", "小时": "hour", "钟头": "hour", "分钟": "minute", "秒": "second",
}  # fmt: skip
