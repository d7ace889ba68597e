/* Gives a name to fields of a body that Wagtail leaves without: it shows the name of a block as a heading only. */
(() => {
    const form = document.querySelector('form[data-edit-form]');
    if (!form) return;

    const FIELDS = '[data-contentpath] :is([role="textbox"], .w-field__input :is(input, select, textarea))';
    const own = new WeakSet(); // fields that were named here, and not by somebody who knew better
    const words = (element) => element?.textContent.trim() ?? '';

    // Of a cell, its column and its row as they are called now.
    const nameOfCell = (cell) => {
        const table = cell.closest('table');
        const row = cell.parentElement;
        const heading = table.tHead.rows[0].cells[cell.cellIndex]?.querySelector('.column-heading');
        return `${heading?.value || cell.cellIndex}, ${row.sectionRowIndex + 1}`;
    };

    const nameOf = (field) => {
        const cell = field.closest('td');
        if (cell && form.contains(cell)) return nameOfCell(cell);
        // The label of a rich text belongs to the hidden field that is sent.
        const label = field.closest('[data-field-wrapper]')?.querySelector(':scope > label');
        return words(label) || words(field.closest('[data-streamfield-child]')?.querySelector('.c-sf-block__type'));
    };

    const name = (field) => {
        const isNamed = field.labels?.length || field.matches('[aria-label], [aria-labelledby], [type=hidden]');
        if (isNamed && !own.has(field)) return;
        const found = nameOf(field);
        if (!found) return;
        own.add(field);
        if (field.getAttribute('aria-label') !== found) field.setAttribute('aria-label', found);
    };

    let isDue = false;
    const nameAll = () => {
        isDue = false;
        form.querySelectorAll(FIELDS).forEach(name);
    };
    // A page of hundreds of blocks changes at every key: once in a while is enough.
    const nameSoon = () => {
        if (isDue) return;
        isDue = true;
        setTimeout(nameAll, 200);
    };

    new MutationObserver(nameSoon).observe(form, { childList: true, subtree: true });
    form.addEventListener('focusin', ({ target }) => target.matches(FIELDS) && name(target));
    nameSoon();
})();
