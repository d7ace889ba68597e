// What a reader's phone loads with an empty cache, scrolled to the end: bytes over the wire with gzip, and requests.
import { dealt, inParallel, subjectOf } from './browser.mjs';

export const title = 'Weight (KB over the wire, requests)';
export const columns = ['html', 'css', 'js', 'pictures', 'requests'];

const KB = 1024;
const BUDGETS = { html: 30 * KB, css: 20 * KB, js: 10 * KB };
const REQUESTS = 12;
const KINDS = { Document: 'html', Stylesheet: 'css', Script: 'js', Image: 'pictures' };
const PHONE = {
    viewport: { width: 360, height: 780 },
    deviceScaleFactor: 2,
    isMobile: true,
    extraHTTPHeaders: { 'Accept-Encoding': 'gzip' }, // browsers also take Brotli; the budgets are said for gzip
};

export async function check(site, visit) {
    const pages = site.reader.filter((page) => page.address);
    const rows = new Map(pages.map((page) => [page, null]));
    await inParallel(dealt(pages), (hand) =>
        visit.window(PHONE, async (tab, context) => {
            const heard = await listen(tab);
            for (const page of hand) rows.set(page, await look(visit, page, tab, context, heard));
        }));
    return [...rows.values()];
}

async function look(visit, page, tab, context, heard) {
    heard.responses.clear();
    heard.complaints.length = 0;
    const response = await visit.open(tab, page);
    await scroll(tab);
    const loaded = [...heard.responses.values()];
    const sizes = Object.fromEntries(Object.values(KINDS).map((kind) => [kind, weigh(loaded, kind)]));
    const figures = [...Object.values(sizes).map(kilobytes), loaded.length];
    // The browser complains of a page that answers 404, as it should.
    const complaints = heard.complaints.filter(({ from }) => !(page.status >= 400 && from === response.url()));
    const faults = [...overweight(sizes, loaded), ...strangers(loaded, visit.site)];
    faults.push(...complaints.map(({ text }) => text));
    if ((await context.cookies()).length || (await response.headerValue('set-cookie'))) faults.push('sets a cookie');
    return { subject: subjectOf(page), figures, faults };
}

// What is asked for ({ id: { url, kind, status, bytes } }), answered or not, and what the browser complains of.
async function listen(tab) {
    const responses = new Map();
    const complaints = [];
    tab.on('pageerror', (error) => complaints.push({ text: String(error) }));
    tab.on('console', (message) => {
        if (message.type() === 'error') complaints.push({ text: message.text(), from: message.location().url });
    });
    const session = await tab.context().newCDPSession(tab);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    session.on('Network.requestWillBeSent', ({ requestId, request: { url }, type }) => {
        if (url.startsWith('http')) responses.set(requestId, { url, kind: KINDS[type] ?? 'other', bytes: 0 });
    });
    session.on('Network.responseReceived', ({ requestId, response }) => {
        if (responses.has(requestId)) responses.get(requestId).status = response.status;
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (responses.has(requestId)) responses.get(requestId).bytes = encodedDataLength;
    });
    return { responses, complaints };
}

// Pictures below the fold are loaded when they come near.
async function scroll(tab) {
    await tab.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
            scrollTo(0, y);
            await new Promise((resolve) => setTimeout(resolve, 30));
        }
    });
    await tab.waitForLoadState('networkidle');
}

function overweight(sizes, loaded) {
    const isTooMuch = ([kind, most]) => sizes[kind] > most;
    const words = ([kind, most]) => `${kind} weighs ${kilobytes(sizes[kind])} KB, more than ${most / KB}`;
    const faults = Object.entries(BUDGETS).filter(isTooMuch).map(words);
    return loaded.length > REQUESTS ? [...faults, `${loaded.length} requests, more than ${REQUESTS}`] : faults;
}

function strangers(loaded, site) {
    const others = loaded.filter(({ url }) => !url.startsWith(`${site.address}/`));
    const broken = loaded.filter(({ status, kind }) => status >= 400 && kind !== 'html');
    return [...others.map(({ url }) => `third party: ${url}`), ...broken.map(({ url, status }) => `${status}: ${url}`)];
}

function weigh(loaded, kind) {
    return loaded.filter((one) => one.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
}

function kilobytes(bytes) {
    return (bytes / KB).toFixed(1);
}
