// Functions that run inside a page. Each is sent there as text, so none may use anything outside itself.

/** What the page refers to and what can be referred to in it, and the characters that it shows by the font stack that
 *  they are to be set in. */
export function inventory() {
  const addresses = new Set();
  for (const element of document.querySelectorAll("[href], [src], [srcset]")) {
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml") continue;
    for (const name of ["href", "src"])
      if (element.hasAttribute(name)) addresses.add(new URL(element.getAttribute(name), document.baseURI).href);
    for (const candidate of (element.getAttribute("srcset") ?? "").split(/,\s+/))
      if (candidate.trim()) addresses.add(new URL(candidate.trim().split(/\s+/)[0], document.baseURI).href);
  }

  const shown = new Map();
  const show = (style, text) => {
    const stack = `24px ${style.fontFamily}`;
    if (!shown.has(stack)) shown.set(stack, new Set());
    for (const character of text) shown.get(stack).add(character);
  };
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) show(style, node.data);
    for (const pseudo of ["::before", "::after"]) {
      const made = getComputedStyle(element, pseudo);
      const text = /^"(.*)"$/.exec(made.content);
      if (text) show(made, text[1]);
    }
  }

  const ids = Array.from(document.querySelectorAll("[id]"), (element) => element.id);
  return {
    addresses: [...addresses],
    ids,
    repeated: ids.filter((id, i) => ids.indexOf(id) !== i),
    shown: Array.from(shown, ([stack, characters]) => [stack, [...characters].join("")]),
  };
}

/** Images that did not load, once all have had their chance. */
export async function brokenImages() {
  const images = Array.from(document.images);
  await Promise.all(images.map((image) => image.decode().catch(() => {})));
  return images.filter((image) => !image.complete || image.naturalWidth === 0).map((image) => image.currentSrc || image.src);
}

/** By how many px the page is wider than the window, and what sticks out of it. */
export function overflow() {
  const root = document.scrollingElement;
  const beyond = root.scrollWidth - root.clientWidth;
  if (beyond <= 0) return null;
  const scrolls = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== "visible") return true;
    return false;
  };
  const sticking = Array.from(document.body.querySelectorAll("*"))
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5 && !scrolls(element))
    .slice(0, 3)
    .map((element) => element.outerHTML.slice(0, 80));
  return { beyond, sticking };
}

/** Of the characters, those that the font stack and all its fallbacks have no glyph for. */
export function withoutGlyph([stack, characters]) {
  const side = 48;
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const picture = (text) => {
    context.clearRect(0, 0, side, side);
    context.font = stack;
    context.fillText(text, 12, 32);
    return context.getImageData(0, 0, side, side).data.join();
  };
  // No font has a glyph for these: a noncharacter and a code point that Unicode leaves free.
  const missing = new Set(["\u{1FFFE}", "\u{2FE0}"].map(picture));
  const blank = picture("");
  return Array.from(characters).filter((character) => {
    if (/[\s\p{Cf}\p{Cc}\u2061-\u2064]/u.test(character)) return false;
    const drawn = picture(character);
    return missing.has(drawn) || drawn === blank;
  });
}

/** Violations of WCAG 2.2 A and AA and of axe-core's best practices, one line each; all rules but that on contrast. */
export async function accessibilityFaults() {
  const result = await window.axe.run({ exclude: ["math"] }, { // of which axe knows nothing
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    // empty-table-header takes MathML for nothing.
    rules: {
      "color-contrast": { enabled: false },
      "empty-table-header": { enabled: false },
      "target-size": { enabled: true },
    },
    resultTypes: ["violations"],
    preload: false, // it would fetch style sheets again, which file: pages may not
  });
  const headers = Array.from(document.querySelectorAll("th")).filter((header) => header.textContent.trim() === "");
  return [
    ...headers.map((header) => `empty header: ${header.closest("tr").outerHTML.slice(0, 120)}`),
    ...result.violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 120)} (${violation.help})`)),
  ];
}

/** Violations of the rule on contrast among the texts that stand where none of those in `seen` stood, and where they
 *  stand. The rule takes longer than all others; where the elements and classes round a text are the same, so are its
 *  colours, and one such text stands for all. */
export async function contrastFaults(seen) {
  const known = new Set(seen);
  const name = (element) => [element.localName, ...element.classList].join(".");
  const fresh = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    if (!Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 1)) continue;
    const around = [];
    for (let box = element; box !== document.body && around.length < 4; box = box.parentElement) around.push(name(box));
    const place = around.join(" < ");
    if (!known.has(place) && !fresh.has(place)) fresh.set(place, element);
  }
  if (fresh.size === 0) return { places: [], faults: [] };
  const result = await window.axe.run({ include: [...fresh.values()] }, {
    runOnly: { type: "rule", values: ["color-contrast"] },
    resultTypes: ["violations"],
    preload: false,
  });
  const faults = result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ""}`));
  return { places: [...fresh.keys()], faults };
}
