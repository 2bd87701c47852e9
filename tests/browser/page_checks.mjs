// The checks of one page, and of links between pages.
import { existsSync, readFileSync } from "node:fs";
import { dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { accessibilityFaults, brokenImages, contrastFaults, inventory, overflow, withoutGlyph } from "./in_page.mjs";

/** Phone, laptop and wide screen, px. */
const widths = [390, 1280, 1680];
/** The width that A4 leaves between margins of 16 mm, px. */
const printWidth = Math.floor(((210 - 32) / 25.4) * 96);

/** A tab that notes what it is not allowed to do. */
export async function openTab(browser, axeFile) {
  const context = await browser.newContext({ colorScheme: "light" });
  const tab = await context.newPage();
  tab.setDefaultTimeout(0); // a busy machine is no fault of the page
  const faults = [];
  tab.on("console", (message) => faults.push(`console: ${message.text()}`));
  tab.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  tab.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) faults.push(`request: ${request.url()}`);
  });
  tab.on("requestfailed", (request) => {
    // A picture that a change of size made superfluous before it was there.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`request failed: ${request.url()}`);
  });
  return { tab, faults, axe: readFileSync(axeFile, "utf8") };
}

/** Loads one page, once, and looks at it in every size and in both themes. Returns what it refers to and shows, with the
 *  faults. `seen` holds, for each theme, the places where the contrast of a text is known, and is added to; without
 *  `withAxe` neither contrast nor the rest of accessibility is looked at. */
export async function inspect({ tab, faults, axe }, url, seen, withAxe = true) {
  faults.length = 0;
  const note = (kind, list) => faults.push(...list.map((entry) => `${kind}: ${entry}`));
  const resize = async (name, width) => {
    await tab.setViewportSize({ width, height: 300 }); // what is not in view need not be painted
    const wide = await tab.evaluate(overflow);
    if (wide) note(name, [`${wide.beyond} px too wide: ${wide.sticking.join(" ")}`]);
  };
  const contrast = async (theme) => {
    if (!withAxe) return;
    const { places, faults: found } = await tab.evaluate(contrastFaults, [...seen[theme]]);
    for (const place of places) seen[theme].add(place);
    note(`axe, ${theme}`, found);
  };
  await tab.emulateMedia({ media: "screen", colorScheme: "light" });
  await tab.setViewportSize({ width: widths[0], height: 300 });
  await tab.goto(url, { waitUntil: "load" });
  const found = await tab.evaluate(inventory);
  note("id twice", found.repeated);
  if (withAxe) {
    await tab.evaluate(axe);
    note("axe", await tab.evaluate(accessibilityFaults));
  }
  for (const width of widths) {
    await resize(`${width} px`, width);
    if (width < 1680) note(`image at ${width} px`, await tab.evaluate(brokenImages)); // wider, it is the same one
  }
  await contrast("light");
  await tab.emulateMedia({ colorScheme: "dark" });
  note("image, dark", await tab.evaluate(brokenImages));
  await contrast("dark");
  await tab.emulateMedia({ media: "print", colorScheme: "light" });
  await resize("print", printWidth);
  return { ...found, faults: [...faults] };
}

/** Addresses of a page that lead nowhere. `pages` holds the ids of every page by its address without fragment. */
export function brokenLinks(found, pages) {
  return found.addresses.filter((address) => {
    const url = new URL(address);
    if (url.protocol === "https:" || url.protocol === "http:") return false; // sources; nothing is fetched
    if (url.protocol !== "file:") return !/^data:image\//.test(address);
    const fragment = decodeURIComponent(url.hash.slice(1));
    url.hash = "";
    if (!existsSync(fileURLToPath(url))) return true;
    return fragment !== "" && !pages.get(url.href)?.ids.includes(fragment);
  });
}

/** Characters that no font has, over all pages, as faults. */
export async function missingGlyphs({ tab }, pages) {
  const stacks = new Map();
  for (const page of pages)
    for (const [stack, characters] of page.shown)
      stacks.set(stack, new Set([...(stacks.get(stack) ?? []), ...characters]));
  const faults = [];
  for (const [stack, characters] of stacks)
    for (const character of await tab.evaluate(withoutGlyph, [stack, [...characters].join("")]))
      faults.push(`no glyph: U+${character.codePointAt(0).toString(16).toUpperCase()} in ${stack}`);
  return faults;
}
