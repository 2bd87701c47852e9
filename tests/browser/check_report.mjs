// Opens every HTML page below a folder in Chromium and reports what is wrong with it; exit status 1 if anything is.
//   CHROMIUM=/usr/bin/chromium node check_report.mjs FOLDER
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { brokenLinks, inspect, missingGlyphs, openTab } from "./page_checks.mjs";

const atATime = 2; // pages

function pagesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = resolve(folder, entry.name);
      return entry.isDirectory() ? pagesBelow(path) : path.endsWith(".html") ? [path] : [];
    })
    .sort();
}

/** Pages that axe need not see. A page on a function has the same elements in every language, so axe, which takes longer
 *  than everything else, sees each in one of them, in turn. */
function knownElsewhere(root, files) {
  const languages = new Map();
  for (const file of files) {
    const path = relative(root, file);
    const name = path.replace(/[^/]+\/(?=activation\/)/, "");
    if (name !== path) languages.set(name, [...(languages.get(name) ?? []), file]);
  }
  return new Set([...languages.values()].flatMap((same, place) => same.filter((_, i) => i !== place % same.length)));
}

/** All faults of the pages below a folder, by page, as "path: fault". */
export async function faultsOf(folder) {
  const root = resolve(folder);
  const files = pagesBelow(root);
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  // Pages of one browser share a process, whatever their number.
  const browsers = await Promise.all(Array.from({ length: atATime }, () => chromium.launch({
    executablePath: process.env.CHROMIUM,
    timeout: 0,
    // Scripts of a page run for a moment: to optimise them takes longer than they do.
    args: ["--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND", "--js-flags=--no-opt --no-maglev"],
  })));
  try {
    const pages = new Map();
    const seen = { light: new Set(), dark: new Set() };
    const queue = [...files];
    const known = knownElsewhere(root, files);
    const [tab] = await Promise.all(browsers.map(async (browser) => {
      const tab = await openTab(browser, axe);
      for (let file = queue.shift(); file; file = queue.shift()) {
        const url = pathToFileURL(file).href;
        pages.set(url, await inspect(tab, url, seen, !known.has(file)));
      }
      return tab;
    }));
    const name = (url) => relative(root, fileURLToPath(url));
    const faults = files.flatMap((file) => {
      const url = pathToFileURL(file).href;
      const page = pages.get(url);
      return [...page.faults, ...brokenLinks(page, pages).map((address) => `leads nowhere: ${address}`)]
        .map((fault) => `${name(url)}: ${fault}`);
    });
    return { pages: files.length, faults: [...faults, ...(await missingGlyphs(tab, pages.values()))] };
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { pages, faults } = await faultsOf(process.argv[2]);
  for (const fault of faults) console.log(fault);
  console.log(`${pages} pages, ${faults.length} faults`);
  process.exit(pages > 0 && faults.length === 0 ? 0 : 1);
}
