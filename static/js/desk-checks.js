/* The Checks panel says of a rule what it says of it everywhere; here what the preview found by it, in its own words. */
(() => {
    const panel = document.querySelector('[data-checks-panel]');
    if (!panel) return;

    const preview = () => document.querySelector('#w-preview-iframe')?.contentDocument;
    const marksOf = (shown) => {
        const bar = shown?.querySelector('wagtail-userbar')?.shadowRoot;
        return JSON.parse(bar?.querySelector('#desk-content-marks')?.textContent ?? '[]');
    };
    const elementAt = (shown, selector) => {
        try {
            return shown.querySelector(selector);
        } catch {
            return null; // what Wagtail shows of a selector need not be one
        }
    };

    const tell = (row, shown, marks) => {
        const part = (name) => row.querySelector(`[data-content-checker-${name}]`);
        const place = part('selector-text');
        const element = elementAt(shown, place.textContent);
        const name = part('name').textContent;
        const found = marks.filter((mark) => mark.name === name && element?.matches(mark.selector));
        if (!found.length) return;
        part('help').textContent = found.map((mark) => mark.text).join(' ');
        place.textContent = found[0].place;
    };

    // Wagtail fills the panel anew whenever the preview has changed.
    new MutationObserver(() => {
        const shown = preview();
        const marks = marksOf(shown);
        if (marks.length) panel.querySelectorAll('[data-content-checker-row]').forEach((row) => tell(row, shown, marks));
    }).observe(panel, { childList: true });
})();
