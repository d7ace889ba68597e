// Lighthouse as a slow phone sees the pages; the median of several runs, because it is noisy.
import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { ARGUMENTS, EXECUTABLE, subjectOf } from './browser.mjs';

export const title = 'Lighthouse (mobile, medians)';
export const columns = ['perf', 'a11y', 'best', 'seo', 'LCP ms', 'CLS', 'TBT ms'];

const RUNS = Number(process.env.RUNS || 3);
const ONLY = (process.env.ONLY || '').split(',').filter(Boolean); // kinds of pages; all if none is named
const RETRIES = 3; // for one page: now and then a browser's trace has no beginning
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const MOST = { 'largest-contentful-paint': 1800, 'cumulative-layout-shift': 0.002, 'total-blocking-time': 50 };

export async function check(site) {
    const rows = [];
    // One after the other: two at once would slow each other down.
    const wanted = site.reader.filter((page) => page.for_lighthouse && (!ONLY.length || ONLY.includes(page.type)));
    for (const page of wanted) rows.push(await look(site, page));
    return rows;
}

async function look(site, page) {
    const results = [];
    for (let run = 0; run < RUNS + RETRIES && results.length < RUNS; run += 1) {
        const result = await measured(site.address + page.address);
        if (!result.runtimeError) results.push(result);
    }
    if (results.length < RUNS) return { subject: subjectOf(page), figures: [], faults: ['could not be measured'] };
    const scores = CATEGORIES.map((name) => Math.round(100 * median(results.map((one) => one.categories[name].score))));
    const values = Object.keys(MOST).map((name) => median(results.map((one) => one.audits[name].numericValue)));
    const faults = [];
    CATEGORIES.forEach((name, index) => {
        if (scores[index] < LEAST[name]) faults.push(`${name} ${scores[index]}: ${failed(results[0], name)}`);
    });
    Object.keys(MOST).forEach((name, index) => {
        if (values[index] > MOST[name]) faults.push(`${name} ${values[index].toFixed(3)}`);
    });
    const [lcp, cls, tbt] = values;
    return { subject: subjectOf(page), figures: [...scores, lcp.toFixed(0), cls.toFixed(3), tbt.toFixed(0)], faults };
}

async function measured(url) {
    const chrome = await chromeLauncher.launch({ chromePath: EXECUTABLE, chromeFlags: ['--headless', ...ARGUMENTS] });
    try {
        const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' });
        return lhr;
    } finally {
        chrome.kill();
    }
}

function failed(result, category) {
    const isFailed = ({ id, weight }) => weight && (result.audits[id].score ?? 1) < 1;
    return result.categories[category].auditRefs.filter(isFailed).map(({ id }) => id).join(', ');
}

function median(values) {
    return values.sort((a, b) => a - b)[values.length >> 1];
}
