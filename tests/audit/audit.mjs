// node audit.mjs [check …] < what `prepare.py` writes: runs the checks, prints their tables, ends with 1 on any fault.
import { text } from 'node:stream/consumers';
import { Visit } from './browser.mjs';
import { report } from './report.mjs';

const CHECKS = ['access', 'markup', 'weight', 'lighthouse'];
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !CHECKS.includes(name));
if (unknown.length) throw new Error(`There is no check “${unknown}”: ${CHECKS.join(', ')}`);

const site = JSON.parse(await text(process.stdin));
let faults = 0;
await Visit.of(site, async (visit) => {
    for (const name of chosen) {
        const began = Date.now();
        const { check, title, columns } = await import(`./${name}.mjs`);
        faults += report(title, columns, await check(site, visit), (Date.now() - began) / 1000);
    }
});
process.exit(faults ? 1 : 0);
