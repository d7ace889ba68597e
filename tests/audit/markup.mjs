// Nu HTML checker: every page of readers whole, and of the desk's screens what stands in <main>.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inParallel, subjectOf } from './browser.mjs';
import { WAGTAILS_MARKUP } from './exceptions.mjs';

export const title = 'Markup (Nu HTML checker)';
export const columns = ['errors', 'warnings'];

const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

export async function check(site, visit) {
    const sources = await inParallel([...site.reader, ...site.desk], (page) => source(page, visit));
    const messages = checked(sources.map(({ html }) => html));
    return sources.map(({ subject, isDesk }, number) => {
        const told = messages[number].filter((message) => !isDesk || !isWagtails(message));
        const errors = told.filter((message) => message.type !== 'info');
        return { subject, figures: [errors.length, told.length - errors.length], faults: errors.map(words) };
    });
}

async function source(page, visit) {
    const html = await visit.read(page);
    const isDesk = 'screen' in page;
    return { subject: subjectOf(page), isDesk, html: isDesk ? mainOf(html) : html };
}

// Wagtail answers for the rest of the document.
function mainOf(html) {
    const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>') + '</main>'.length);
    return `<!DOCTYPE html><html lang="ja"><head><title>desk</title></head><body>${main}</body></html>`;
}

// The messages about each of the documents.
function checked(documents) {
    const place = mkdtempSync(join(tmpdir(), 'dajp-markup-'));
    try {
        const files = documents.map((html, number) => join(place, `${number}.html`));
        documents.forEach((html, number) => writeFileSync(files[number], html));
        const options = ['-Xss8m', '-jar', JAR, '--format', 'json', '--exit-zero-always', '--stdout'];
        const limits = { encoding: 'utf8', maxBuffer: 1 << 28 };
        const { stdout, stderr, status } = spawnSync('java', [...options, ...files], limits);
        if (status !== 0) throw new Error(`The HTML checker failed: ${stderr}`);
        const { messages } = JSON.parse(stdout);
        return files.map((file) => messages.filter(({ url }) => url === `file:${file}`));
    } finally {
        rmSync(place, { recursive: true });
    }
}

function isWagtails({ message, extract = '' }) {
    return WAGTAILS_MARKUP.some((known) => known.message.test(message) && known.extract.test(extract));
}

function words({ message, extract = '' }) {
    return `${message} … ${extract.replace(/\s+/g, ' ').slice(0, 140)}`;
}
