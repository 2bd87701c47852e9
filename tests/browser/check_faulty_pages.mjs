// Holds check_report.mjs to pages that have one fault each, and to one that has none. Exit status 1 if a fault goes
// unnoticed or one is made up.
//   CHROMIUM=/usr/bin/chromium node check_faulty_pages.mjs
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faultsOf } from "./check_report.mjs";

/** What stands in the page, and how the report of its fault begins; "" where it has none. */
const cases = {
  good: ['<p>Words, 中文, <a href="link.html#here">a link</a>.</p>', ""],
  link: ['<p id="here"><a href="nowhere.html">a link</a></p>', "leads nowhere: file:"],
  fragment: ['<p><a href="link.html#there">a link</a></p>', "leads nowhere: file:"],
  own_fragment: ['<p><a href="#there">a link</a></p>', "leads nowhere: file:"],
  console: ['<script>console.log("heard")</script>', "console: heard"],
  script: ["<script>undefined.x</script>", "script: Cannot read"],
  request: ['<img src="https://example.invalid/x.png" alt="x">', "request: https://example.invalid/x.png"],
  image: ['<img src="data:image/svg+xml;base64,AAAA" alt="x">', "image at 390 px: data:"],
  wide: ['<p style="inline-size: 400px">x</p>', "390 px: "],
  print: ['<p class="print">x</p>', "print: "],
  twice: ['<p id="a">x</p><p id="a">y</p>', "id twice: a"],
  contrast: ['<p style="color: #bbb">words</p>', "axe, light: color-contrast"],
  dark: ['<p class="dark">words</p>', "axe, dark: color-contrast"],
  alternative: ['<img src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\' width=\'9\' height=\'9\'/>">', "axe: image-alt"],
  header: ["<table><tr><th></th><th>x</th></tr><tr><td>1</td><td>2</td></tr></table>", "axe: empty header"],
  scroller: ['<div style="inline-size: 300px; overflow: auto"><p style="inline-size: 500px">x</p></div>', "axe: scrollable-region-focusable"],
};
const missing = "\u0378";
const style = `
  @media (prefers-color-scheme: dark) { .dark { color: #666; background: #555; } }
  @media print { .print { inline-size: 900px; } }`;

const folder = mkdtempSync(join(tmpdir(), "actlas-faulty-"));
try {
  const page = (name, body) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><style>${style}</style></head>` +
    `<body><main><h1>${name}</h1>${body}</main></body></html>`;
  for (const [name, [body]] of Object.entries(cases)) writeFileSync(join(folder, `${name}.html`), page(name, body));
  writeFileSync(join(folder, "glyph.html"), page("glyph", `<p>${missing}</p>`));
  const { faults } = await faultsOf(folder);

  const wrong = [];
  for (const [name, [, expected]] of Object.entries(cases)) {
    const found = faults.filter((fault) => fault.startsWith(`${name}.html: `));
    if (expected === "" ? found.length > 0 : !found.some((fault) => fault.startsWith(`${name}.html: ${expected}`)))
      wrong.push(`${name}: expected "${expected}", found ${JSON.stringify(found)}`);
  }
  const glyphs = faults.filter((fault) => fault.startsWith("no glyph: "));
  if (glyphs.length !== 1 || !glyphs[0].startsWith("no glyph: U+378 ")) wrong.push(`glyph: found ${glyphs}`);
  for (const line of wrong) console.log(line);
  console.log(`${Object.keys(cases).length + 1} pages, ${wrong.length} wrongly judged`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
