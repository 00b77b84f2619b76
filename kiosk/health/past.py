"""What the black box says of the run before this one. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.core.text import Text
from kiosk.health.blackbox import Entry
from kiosk.health.finding import Level


def before(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What happened before this run began, oldest first: runs and what the supervisor said between them."""
    starts = [at for at, entry in enumerate(entries) if entry.event == "start"]
    return tuple(entries[: starts[-1]]) if starts else ()


def last_run(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The run before this one, as far back as the ring reaches; empty when there was none."""
    past = before(entries)
    starts = [at for at, entry in enumerate(past) if entry.event == "start"]
    return past[starts[-1] :] if starts else past


def how_it_ended(entries: Sequence[Entry]) -> tuple[Level, Text]:
    """How the run before this one ended, in one sentence."""
    run = last_run(entries)
    if not run:
        return "off", Text("这里还没有记下上一次运行。", "No run before this one is on record.")
    if any(entry.event == "hung" for entry in run):
        return "bad", Text(
            "上一次卡住了，被看护程序重启。", "The last run stood still, and was ended by its supervisor."
        )
    stopped = any(entry.event == "stop" for entry in run)
    codes = [entry.facts.get("code") for entry in run if entry.event == "ended"]
    if codes and not stopped:
        return "bad", Text(f"上一次程序自己停了，代码 {codes[-1]}。", f"The last run broke off with code {codes[-1]}.")
    if stopped:
        return "ok", Text("上一次是正常关的。", "The last run ended in order.")
    return "look", Text(
        "上一次没有收尾就断了：停电，或者被强行关掉。",
        "The last run broke off without a word: a power cut, or it was killed.",
    )


def words_of(entry: Entry) -> tuple[Level, Text]:
    """One event for people."""
    facts = entry.facts
    said = str(facts.get("said", ""))
    match entry.event:
        case "start" if facts.get("crashed"):
            return "look", Text("启动，上一次没有收尾", "Started; the run before had broken off")
        case "start":
            return "ok", Text("启动", "Started")
        case "stop":
            return "ok", Text("正常关闭", "Closed in order")
        case "ended":
            code = facts.get("code", "?")
            return "ok" if code in (0, 10, 11, 12) else "bad", Text(f"程序停了，代码 {code}", f"Ended with code {code}")
        case "hung":
            return "bad", Text("卡住不动，被看护程序重启", "Stood still, and was ended by its supervisor")
        case "safe":
            return "bad", Text("连续出错，进入安全模式", "Faults in a row: safe mode")
        case "day":
            rss, slow, again = (facts.get(k, 0) for k in ("rss", "slow", "restarts"))
            return "ok", Text(
                f"一天的小结：内存 {rss} MB，卡顿 {slow} 次，自己重启 {again} 次",
                f"The day: {rss} MB of memory, {slow} slow frames, {again} restarts",
            )
        case "finding":
            return "look", Text(f"查出 {facts.get('code', '')}", f"Found {facts.get('code', '')}")
        case "error":
            return "bad", Text(said, said)
        case "warning":
            return "look", Text(said, said)
    return "ok", Text(entry.line()[21:], entry.line()[21:])
