// Accessibility by axe (WCAG 2.2 AA), in every scheme of colours and at both ends of widths; and that nothing has to be
// scrolled sideways.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dealt, inParallel, subjectOf } from './browser.mjs';
import { WAGTAILS_OWN } from './exceptions.mjs';

export const title = 'Accessibility (axe, WCAG 2.2 AA) and width';
export const columns = ['runs', 'places'];

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const NARROWEST = 320; // px: WCAG 1.4.10
const LIGHT = { colorScheme: 'light', forcedColors: 'none' };
const DARK = { colorScheme: 'dark', forcedColors: 'none' };
const FORCED = { colorScheme: 'light', forcedColors: 'active' };
const READER = [
    { width: 1280, media: { light: LIGHT, dark: DARK, forced: FORCED } },
    { width: NARROWEST, media: { light: LIGHT, dark: DARK, forced: FORCED } },
];
// Each screen is seen in both languages of the admin, which share nothing but the layout.
const DESK = [
    { width: 1280, locale: 'ja-JP', media: { light: LIGHT, dark: DARK } },
    { width: 360, locale: 'en-GB', media: { light: LIGHT, dark: DARK } },
];

export async function check(site, visit) {
    const results = new Map([...site.desk, ...site.reader].map((page) => [page, { times: [], found: new Map() }]));
    // The screens of the desk take longest, so they begin.
    await inParallel([...windows(site.desk, DESK), ...windows(site.reader, READER)], ({ view, person, pages }) =>
        look(visit, view, person, pages, results));
    return [...results].map(([page, { times, found }]) => {
        const faults = [...found].map(([fault, views]) => `${fault}  [${views.join(', ')}]`);
        return { subject: subjectOf(page), figures: [times.length, found.size], faults };
    });
}

// { view, person, pages }: what can be seen one after the other without another window.
function windows(pages, views) {
    const people = [...new Set(pages.map((page) => page.person))];
    const hands = people.flatMap((person) => dealt(pages.filter((page) => page.person === person)));
    return hands.flatMap((hand) => views.map((view) => ({ view, person: hand[0].person, pages: hand })));
}

function look(visit, { width, locale, media }, person, pages, results) {
    // The policy of the site would refuse the one style that is added below.
    const options = { person, viewport: { width, height: 900 }, locale, bypassCSP: true };
    return visit.window(options, async (tab) => {
        for (const page of pages) {
            const { found, times } = results.get(page);
            const note = (fault, seen) => found.set(fault, [...(found.get(fault) ?? []), seen]);
            try {
                await tab.setViewportSize({ width, height: 900 });
                await visit.open(tab, page);
                await stands(tab);
                await tab.evaluate(axeSource);
                for (const [name, emulated] of Object.entries(media)) {
                    await tab.emulateMedia(emulated);
                    for (const fault of await violations(tab, name)) note(fault, `${width} ${name}`);
                    times.push(name);
                }
                for (const fault of width < 1280 ? await tooWide(tab) : []) note(fault, NARROWEST);
            } catch (error) {
                note(`not seen: ${error.message.split('\n')[0]}`, width); // the other pages are
            }
        }
    });
}

// Scripts have built what they build, and no colour is on its way to another.
async function stands(tab) {
    const still = 'transition: none !important; animation: none !important';
    await tab.addStyleTag({ content: `*, ::before, ::after { ${still} }` });
    await tab.waitForTimeout(300);
}

// In light, everything; what is not about colours is the same in the other schemes, which nothing is hidden or laid
// out by.
function violations(tab, scheme) {
    return tab.evaluate(
        async ([tags, exclude, isEverything]) => {
            const left = axe.getRules(tags).filter((rule) => !isEverything && !rule.tags.includes('cat.color'));
            const rules = Object.fromEntries(left.map(({ ruleId }) => [ruleId, { enabled: false }]));
            const options = { runOnly: { type: 'tag', values: tags }, rules, resultTypes: ['violations'] };
            const context = { include: [['html']], exclude: exclude.map((one) => [one]) };
            const { violations } = await axe.run(context, options);
            const words = (id, { target, any }) => [id, ...target, any[0]?.data?.contrastRatio ?? ''].join(' ').trim();
            return violations.flatMap(({ id, nodes }) => nodes.map((node) => words(id, node)));
        },
        [TAGS, WAGTAILS_OWN, scheme === 'light'],
    );
}

async function tooWide(tab) {
    await tab.setViewportSize({ width: NARROWEST, height: 900 });
    await tab.waitForTimeout(100);
    const { content, room, widest } = await tab.evaluate(() => {
        const { scrollWidth } = document.documentElement;
        const isBeyond = (one) => one.getBoundingClientRect().right > innerWidth + 1;
        const beyond = [...document.querySelectorAll('body *')].filter(isBeyond);
        const outermost = beyond.filter((one) => !beyond.includes(one.parentElement)).slice(0, 3);
        return { content: scrollWidth, room: innerWidth, widest: outermost.map((one) => one.outerHTML.slice(0, 80)) };
    });
    return content > room ? [`scrolls-sideways ${content} px wide: ${widest.join(' | ')}`] : [];
}
