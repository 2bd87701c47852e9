// Holds config/actlas.schema.json to what editors make of it: taplo, which checks a config against the schema that its
// first line names, finds nothing wrong with any shipped config and something with every config of wrong.txt.
//   check_schema.mjs SOURCE_FOLDER
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const configs = join(process.argv[2], "config");
const folder = mkdtempSync(join(tmpdir(), "actlas-schema-"));
const faults = [];
try {
  copyFileSync(join(configs, "actlas.schema.json"), join(folder, "actlas.schema.json"));
  const shipped = readdirSync(configs).filter((name) => name.endsWith(".toml"));
  for (const name of shipped) copyFileSync(join(configs, name), join(folder, name));
  const wrong = new Map();
  for (const part of readFileSync(join(here, "wrong.txt"), "utf8").split("\n=== ").slice(1)) {
    const [why, ...lines] = part.split("\n");
    const name = `wrong-${wrong.size}.toml`;
    writeFileSync(join(folder, name), `#:schema ./actlas.schema.json\n${lines.join("\n")}`);
    wrong.set(name, why);
  }
  const taplo = join(here, "node_modules/@taplo/cli/dist/cli.js");
  const run = spawnSync(process.execPath, [taplo, "lint", "--colors", "never", ...shipped, ...wrong.keys()], {
    cwd: folder,
    encoding: "utf8",
  });
  const told = run.stdout + run.stderr;
  const refused = new Set([...told.matchAll(/invalid file .*path="([^"]*)"/g)].map((match) => basename(match[1])));
  if (!told.includes(`total=${shipped.length + wrong.size}`)) faults.push(`taplo did not read every file:\n${told}`);
  for (const name of shipped) if (refused.has(name)) faults.push(`config/${name} is refused:\n${told}`);
  for (const [name, why] of wrong) if (!refused.has(name)) faults.push(`the schema accepts ${why}`);
  console.log(`${shipped.length} shipped configs, ${wrong.size} wrong ones, ${faults.length} faults`);
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
