#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes one corpus of Markdown twice: as a site for briefing and as a site for Hugo.

    generate.py briefings 10000 DIR     8 KB pages, two of 40 topics each
    generate.py plain 4000 DIR          a heading and some paragraphs

DIR gets `briefing/Content/…` and `hugo/…`. The same arguments give the same bytes on any machine.
"""
import datetime
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
PAGE_BYTES = 8000
SENTENCES = 3000
FIRST_DAY = datetime.date(2012, 1, 2)
DAYS = 4500

TOPICS = """agriculture artificial-intelligence automobiles aviation batteries capital-flows carbon
chemicals climate cosmetics currencies customs demography digital-trade displays education electronics
energy exchange-rates fisheries food investment labour logistics machinery medicine monetary-policy
petroleum ports property rare-earths robotics semiconductors services shipbuilding solar steel tariffs
textiles tourism""".split()
COUNTRIES = ["CHN", "JPN", "KOR"]

NOUNS = """export import tariff quota surplus deficit shipment factory supplier customer contract ministry
agency exchange currency bond yield index forecast survey harbour container vessel wafer battery engine
component assembly licence standard subsidy duty valuation partner neighbour region province market
retailer household wage price demand output capacity inventory order invoice payment reserve budget""".split()
ADJECTIVES = """monthly annual bilateral regional domestic foreign steady weaker stronger rising falling
seasonal revised preliminary nominal real additional temporary permanent narrow broad early late total
average median higher lower recent former advanced intermediate""".split()
VERBS = """rose fell widened narrowed recovered slowed doubled shrank moved held accelerated reached
followed preceded offset exceeded matched reflected supported limited""".split()
JOINS = "while because although after before since whereas and but so".split()
CJK = ["関税率は3.5%に上昇した", "韩国对华出口增长了12%", "반도체 수출은 전년보다 증가했다", "円相場と貿易収支", "三国自由贸易协定"]


class Dice:
    """A 64-bit xorshift generator: its own, so that no library's change alters the corpus."""

    def __init__(self, seed):
        self.state = seed * 2654435769 + 88172645463325252

    def below(self, limit):
        """A number from 0 up to, not including, `limit`."""
        x = self.state & 0xFFFFFFFFFFFFFFFF
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
        self.state = x
        return (x >> 11) % limit

    def pick(self, values):
        return values[self.below(len(values))]


def phrase(dice):
    return f"the {dice.pick(ADJECTIVES)} {dice.pick(NOUNS)} {dice.pick(NOUNS)}"


def clause(dice):
    return f"{phrase(dice)} {dice.pick(VERBS)} by {dice.below(400) / 10} percent"


def plain_sentence(dice):
    text = f"{clause(dice)} {dice.pick(JOINS)} {clause(dice)}"
    return text[0].upper() + text[1:] + "."


def rich_sentence(dice):
    """A sentence that may carry emphasis, a link, code, a literal URL or East Asian text."""
    kind = dice.below(14)
    if kind == 0:
        return f"It was *{phrase(dice)}* that {dice.pick(VERBS)} in {2000 + dice.below(25)}."
    if kind == 1:
        return f"**{phrase(dice).capitalize()}** {dice.pick(VERBS)} again, {dice.pick(JOINS)} {clause(dice)}."
    if kind == 2:
        address = f"https://example.org/{dice.pick(NOUNS)}/{dice.below(9000)}"
        return f"See [{phrase(dice)}]({address}) for {dice.pick(ADJECTIVES)} figures."
    if kind == 3:
        return f"The field `{dice.pick(NOUNS)}_{dice.pick(NOUNS)}` counts {phrase(dice)}."
    if kind == 4 and dice.below(3) == 0:
        return f"{dice.pick(CJK)} & {phrase(dice)} < {dice.below(90)}."
    if kind == 5 and dice.below(3) == 0:
        return f"The notice is at https://example.org/notice/{dice.below(9000)} and remains ~~open~~ closed."
    return plain_sentence(dice)


class Pool:
    """Sentences made once, from which every page is put together."""

    def __init__(self):
        dice = Dice(1)
        self.rich = [rich_sentence(dice) for _ in range(SENTENCES)]
        self.plain = [plain_sentence(dice) for _ in range(SENTENCES)]

    def paragraph(self, dice, sentences):
        return " ".join(dice.pick(self.rich) for _ in range(sentences)) + "\n"


def table(dice):
    rows = ["| Partner | Exports | Imports | Balance | Change |", "|:--|--:|--:|--:|--:|"]
    for _ in range(10):
        sold, bought = dice.below(90000), dice.below(90000)
        change = (dice.below(400) - 200) / 10
        rows.append(f"| {dice.pick(NOUNS).capitalize()} | {sold} | {bought} | {sold - bought} | {change}% |")
    return "\n".join(rows) + "\n"


def briefing_body(pool, dice):
    parts = [pool.paragraph(dice, 4)]
    size = len(parts[0])
    section = 0
    while size < PAGE_BYTES - 700:
        added = [f"## {phrase(dice).capitalize()}\n", pool.paragraph(dice, 5)]
        if section == 0:
            added.append("".join(f"- {dice.pick(pool.rich)}\n" for _ in range(6)))
        elif section == 1:
            added.append(table(dice))
        else:
            added += [f"### {phrase(dice).capitalize()}\n", pool.paragraph(dice, 4)]
        added.append(pool.paragraph(dice, 3))
        parts += added
        size += sum(map(len, added))
        section += 1
    return "\n".join(parts)


def plain_body(pool, dice):
    heading = f"# {phrase(dice).capitalize()}\n"
    paragraphs = [" ".join(dice.pick(pool.plain) for _ in range(3)) + "\n" for _ in range(3)]
    return "\n".join([heading] + paragraphs)


def pages(kind, count):
    """Yields (date, file stem, text of the whole file)."""
    pool = Pool()
    for number in range(count):
        dice = Dice(number + 2)
        date = FIRST_DAY + datetime.timedelta(days=number * DAYS // count)
        title = f"{phrase(dice).capitalize()} in case {number}"
        front = [f"title: {title}", f"date: {date}"]
        if kind == "briefings":
            first = dice.below(len(TOPICS))
            second = (first + 1 + dice.below(len(TOPICS) - 1)) % len(TOPICS)
            front += [
                f"summary: {dice.pick(pool.plain)}",
                f"topics: [{TOPICS[first]}, {TOPICS[second]}]",
                f"countries: [{dice.pick(COUNTRIES)}]",
            ]
        body = briefing_body(pool, dice) if kind == "briefings" else plain_body(pool, dice)
        slug = title.lower().replace(" ", "-")
        yield f"{date}-{slug}", "---\n" + "\n".join(front) + "\n---\n" + body


def topic_page(topic):
    name = topic.replace("-", " ").capitalize()
    return f"---\ntitle: {name}\nsummary: Briefings about {name.lower()}.\n---\nWhat we follow on {name.lower()}.\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def generate(kind, count, target):
    """Writes the corpus of `count` pages of `kind` under `target`, replacing what is there."""
    shutil.rmtree(target, ignore_errors=True)
    ours, hugo = target / "briefing" / "Content", target / "hugo"
    shutil.copytree(HERE / ("hugo" if kind == "briefings" else "hugo-plain"), hugo)
    write(ours / "site.yml", (HERE / "site.yml").read_text(encoding="utf-8"))
    home = "---\ntitle: Benchmark\nsummary: A site for measuring.\n---\nPages for measuring.\n"
    write(ours / "index.md", home)
    write(hugo / "content" / "_index.md", home)
    if kind == "briefings":
        for topic in TOPICS:
            write(ours / "topics" / f"{topic}.md", topic_page(topic))
            write(hugo / "content" / "topics" / topic / "_index.md", topic_page(topic))
    (ours / "briefings").mkdir()
    (hugo / "content" / "posts").mkdir()
    for stem, text in pages(kind, count):
        content = text.encode()
        (ours / "briefings" / f"{stem}.md").write_bytes(content)
        (hugo / "content" / "posts" / f"{stem}.md").write_bytes(content)


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in ("briefings", "plain"):
        sys.exit(__doc__)
    generate(sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3]))
