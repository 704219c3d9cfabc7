"""What the browser is asked about a page, in its own language; each gives a list that is empty when all is well."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe().axe_script
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]

# Boxes whose words look as none did on any page that the tab has shown: their colours and letters, and those of all
# that they stand in. Axe needs milliseconds for the contrast of a single word: each look is measured once.
# What was measured is kept in the tab, for each set of rules by itself.
_FRESH = """(names, within) => {
    const kept = `looks for ${names}`, known = JSON.parse(sessionStorage.getItem(kept) ?? "{}"), fresh = new Set()
    const traits = ["color", "fontSize", "fontWeight", "textShadow", "textDecorationLine", "backgroundColor",
        "backgroundImage", "opacity", "filter", "mixBlendMode", "position", "zIndex"]
    const short = words => [...words].reduce((sum, letter) => Math.imul(sum, 31) + letter.codePointAt(0) | 0, 7)
    const looks = new Map()
    for (const box of document.querySelectorAll("*")) {
        const style = getComputedStyle(box), around = looks.get(box.parentElement)
        const look = short([around, box.localName, box.getAttribute("class"), ...traits.map(one => style[one])].join())
        looks.set(box, look)
        const speaks = box.matches("a[href], input, select, textarea, button") ||
            [...box.childNodes].some(one => one.nodeType === Node.TEXT_NODE && one.data.trim())
        if (look in known || !speaks || !box.closest(within)) continue
        if (!box.checkVisibility({visibilityProperty: true})) continue
        known[look] = 1
        fresh.add(box)
    }
    sessionStorage.setItem(kept, JSON.stringify(known))
    return fresh
}"""

RUN_AXE = f"""async ({{leftOut = [], within = "html", ...run}}) => {{
    const all = {COLOURS}
    const asked = all.filter(name => run.type === "rule" ? run.values.includes(name) : !leftOut.includes(name))
    const fresh = asked.length ? ({_FRESH})(asked, within) : null
    for (const name of asked) {{
        const rule = axe._audit.getRule(name)
        rule.everywhere ??= rule.matches
        rule.matches = (box, ...rest) => fresh.has(box) && rule.everywhere(box, ...rest)
    }}
    return (await axe.run(within, {{
        runOnly: run, resultTypes: ["violations"],
        rules: Object.fromEntries(leftOut.map(rule => [rule, {{enabled: false}}])),
    }})).violations.map(fault => [fault.id, ...fault.nodes.slice(0, 2).map(node => node.html.slice(0, 140))])
}}"""

# Letters and icons are there: an icon whose font is still on its way is a word, and of too little contrast. Colours are
# what they become: Django's links change theirs slowly.
SETTLED = """async () => {
    await Promise.all([...document.fonts].map(face => face.load().catch(() => null)))
    await new Promise(requestAnimationFrame)
    document.getAnimations().filter(one => one instanceof CSSTransition).forEach(one => one.finish())
}"""

SIDEWAYS = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll("*")]
    .filter(box => !box.closest("thead, .vh, svg") && box.getBoundingClientRect().right > innerWidth)
    .map(box => `${box.localName}.${box.getAttribute("class")} to ${Math.round(box.getBoundingClientRect().right)}`)
    .slice(-3)"""

# Text that its box cuts off; what is meant for screen readers alone is one pixel large on purpose.
CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter(box => {
    const style = getComputedStyle(box)
    if (style.overflowX === "visible" && style.overflowY === "visible" && style.textOverflow === "clip") return false
    if (!box.innerText || box.clientWidth < 2 || box.closest("select, textarea, .vh, .skip")) return false
    const scrolls = axis => ["auto", "scroll"].includes(style[axis])
    return box.scrollWidth > box.clientWidth + 1 && !scrolls("overflowX") && style.overflowX !== "visible"
        || box.scrollHeight > box.clientHeight + 1 && !scrolls("overflowY") && style.overflowY !== "visible"
}).map(box => `${box.localName}.${box.getAttribute("class")}: ${box.innerText.slice(0, 40)}`).slice(0, 3)"""

# A link among the words of a sentence is as high as they are, and a pin of the map has its name, its row in the list,
# or both, beside it; every other target takes a finger.
SMALL_TARGETS = """() => {
    const words = box => box.innerText.replace(/[\\s·,;/()–—-]/g, "").length
    const all = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
    return all.filter(box => {
        if (!box.checkVisibility({visibilityProperty: true})) return false
        if (box.closest(".skip, .vh, svg, [type=hidden]")) return false
        const {width, height} = box.getBoundingClientRect()
        if (Math.min(width, height) >= 24 || !width) return false
        if (getComputedStyle(box).display !== "inline") return true
        const block = box.closest("p, li, dd, td, figcaption, span, cite, q, div")
        return words(block) <= [...block.querySelectorAll("a")].reduce((sum, link) => sum + words(link), 0)
    }).map(box => {
        const {width, height} = box.getBoundingClientRect()
        return `${Math.round(width)} x ${height.toFixed(1)} ${box.outerHTML.slice(0, 110)}`
    }).slice(0, 6)
}"""

MOVING = """() => document.getAnimations().filter(one => one.playState === "running")
    .map(one => one.animationName || one.transitionProperty)"""

# The words are the reader's own stylesheet (WCAG 1.4.12): set by script, which the policy lets pass.
WEAR = """css => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
}"""
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }" \
    " p { margin-bottom: 2em !important }"  # fmt: skip

# Every part of a form stands open.
UNFOLD = "() => document.querySelectorAll('details').forEach(part => { part.open = true })"

# Everything that Tab should stop at, in the order of the page; of a choice none of which is taken, the first.
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter(box => box.checkVisibility({visibilityProperty: true}) && box.type !== "hidden" && box.tabIndex >= 0)
    .filter(box => !box.disabled && (box.type !== "radio" || box === box.form.elements[box.name][0])).length"""

# Where the focus is: whether a ring shows it, and whether it can be seen. On the map the ring is drawn; a card, whose
# title reaches over all of it, wears the ring of its link.
FOCUS = """() => {
    const box = document.activeElement
    if (!box || box === document.body) return null
    const ring = style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    const line = style => style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2
    const drawn = box instanceof SVGElement && box.querySelector(".map__hit, .map__pin")
    const around = box.closest(".card")
    const {top, bottom, left, right, width} = box.getBoundingClientRect()
    const all = [...document.querySelectorAll("*")]
    return {
        name: (box.getAttribute("aria-label") || box.innerText || box.textContent || box.alt || box.name || "").trim()
            || [...box.querySelectorAll("img")].map(image => image.alt).join(" "),
        href: box.getAttribute("href"), kind: box.localName, place: all.indexOf(box),
        ringed: drawn ? line(getComputedStyle(drawn)) : ring(getComputedStyle(box))
            || Boolean(around) && ring(getComputedStyle(around)),
        seen: width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    }
}"""


def fits_and_is_legible(desk) -> None:
    """Narrow and wide nothing scrolls sideways; axe finds no fault of contrast and no box without a name."""
    for width in (360, 1280):
        desk.set_viewport_size({"width": width, "height": 900})
        assert not desk.evaluate("document.documentElement.scrollWidth > innerWidth")
    desk.evaluate(SETTLED)
    desk.evaluate(AXE)
    assert desk.evaluate(RUN_AXE, {"type": "rule", "values": ["color-contrast", "label"]}) == []
