// One Chromium for all checks, windows on the site, and people who are signed in.
import { chromium } from 'playwright-core';

export const EXECUTABLE = process.env.CHROMIUM || '/usr/bin/chromium';
export const ARGUMENTS = [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // nothing leaves this machine
];
const AT_A_TIME = 3; // while one waits for the server, others are measured

// A browser that knows who is signed in.
export class Visit {
    #browser;
    #states;

    // `use` gets the visit, which ends whatever happens.
    static async of(site, use) {
        const visit = new Visit();
        visit.site = site;
        try {
            return await use(visit);
        } finally {
            await (await visit.#browser)?.close();
        }
    }

    // `look` gets a window, of a `person` who is signed in or of nobody, and its context. A window costs more than what
    // is measured in it, so several pages share one.
    async window({ person, ...options }, look) {
        const storageState = person ? (await this.#signedIn())[person] : undefined;
        this.#browser ??= chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
        const context = await (await this.#browser).newContext({ reducedMotion: 'reduce', storageState, ...options });
        try {
            return await look(await context.newPage(), context);
        } finally {
            await context.close();
        }
    }

    async open(tab, page) {
        const address = this.site.address + (page.address ?? '/no-address/');
        if (page.html) {
            const answer = { contentType: 'text/html; charset=utf-8', body: page.html };
            await tab.route(address, (route) => route.fulfill(answer));
        }
        const response = await tab.goto(address);
        const status = response.status();
        if (status !== (page.status ?? 200)) throw new Error(`${address} answered ${status}`);
        if (response.url() !== address) throw new Error(`${address} led to ${response.url()}`);
        return response;
    }

    // What the server sends, before any script.
    async read(page) {
        if (page.html) return page.html;
        const cookies = page.person ? (await this.#signedIn())[page.person].cookies : [];
        const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
        const headers = { cookie, 'accept-language': 'ja' };
        const response = await fetch(this.site.address + page.address, { headers });
        return response.text();
    }

    // { person: what makes a window theirs }, for everybody who looks at a screen; asked for once.
    #signedIn() {
        const names = [...new Set(this.site.desk.map((screen) => screen.person))].filter(Boolean);
        this.#states ??= inParallel(names, async (name) => [name, await this.#signIn(name)]).then(Object.fromEntries);
        return this.#states;
    }

    #signIn(name) {
        return this.window({}, async (tab, context) => {
            await tab.goto(`${this.site.address}/admin/login/`);
            await tab.fill('[name=username]', name);
            await tab.fill('[name=password]', this.site.people[name]);
            await tab.click('button[type=submit]');
            await tab.waitForURL('**/admin/');
            return context.storageState();
        });
    }
}

// What a page is called in tables.
export function subjectOf(page) {
    return page.screen ? `desk: ${page.screen}` : `${page.type} (${page.language})`;
}

// The results of `act` for each of `things`, in their order, a few at a time.
export async function inParallel(things, act) {
    const results = [];
    const waiting = [...things.entries()];
    const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await act(next[1]);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    return results;
}

// The things, dealt out to as many hands as work at a time.
export function dealt(things) {
    const hands = Array.from({ length: Math.min(AT_A_TIME, things.length) }, () => []);
    things.forEach((thing, number) => hands[number % AT_A_TIME].push(thing));
    return hands;
}
