/* Terms of the glossary in the side-by-side view: a click writes a translation where the cursor stands in the row. */
(() => {
    const desk = document.querySelector('[data-translate]');
    if (!desk) return;

    const lastEdits = new WeakMap(); // row → the field of it that was written in last
    const fieldsOf = (root) => [...root.querySelectorAll('textarea[data-edit], [contenteditable=true]')];

    /* The field that was written in last; before that, the one that belongs to the text in which the term was clicked. */
    const fieldFor = (row, term) => {
        const last = lastEdits.get(row);
        if (last && row.contains(last)) return last;
        const id = term.closest('[data-piece]')?.dataset.piece;
        const label = id && document.getElementById(`${id}-label`);
        return (label && fieldsOf(label.parentElement)[0]) ?? fieldsOf(row)[0];
    };

    const insertPlain = (field, words, atEnd) => {
        field.focus();
        if (atEnd) field.setSelectionRange(field.value.length, field.value.length);
        field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new Event('input', { bubbles: true }));
    };

    const insertRich = (field, words, atEnd) => {
        const editor = field.closest('[data-rich]').querySelector('input[name^="rich:"]').draftailEditor;
        if (atEnd) {
            const state = editor.getEditorState();
            editor.onChange(state.constructor.moveSelectionToEnd(state));
        }
        // Draftail itself puts the caret back where it was, a moment later.
        editor.focus();
        setTimeout(() => document.execCommand('insertText', false, words), 50);
    };

    const insert = (term) => {
        const row = term.closest('[data-row]');
        const field = fieldFor(row, term);
        if (!field) return;
        const atEnd = field !== lastEdits.get(row); // nobody has put the cursor anywhere yet
        (field.matches('textarea') ? insertPlain : insertRich)(field, term.dataset.insertTerm, atEnd);
    };

    document.addEventListener('focusin', (event) => {
        const row = event.target.closest?.('[data-row]');
        if (row && event.target.matches('textarea[data-edit], [contenteditable=true]')) lastEdits.set(row, event.target);
    });

    document.addEventListener('click', (event) => {
        const term = event.target.closest?.('[data-insert-term]');
        if (!term) return;
        // Who drags over the text selects it, to copy it.
        if (!term.matches('button') && !window.getSelection().isCollapsed) return;
        insert(term);
    });

    // --- the list, for the keyboard
    document.addEventListener('translate:terms', (event) => {
        const list = event.target.querySelector('[data-terms]');
        if (!list) return;
        list.open = true;
        (list.querySelector('button') ?? list.querySelector('summary')).focus();
    });

    document.addEventListener('keydown', (event) => {
        const list = event.target.closest?.('[data-terms]');
        if (!list || event.isComposing || event.altKey) return;
        const buttons = [...list.querySelectorAll('button')];
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step && buttons.length) {
            event.preventDefault();
            buttons[(buttons.indexOf(event.target) + step + buttons.length) % buttons.length].focus();
        } else if (event.key === 'Escape') {
            list.open = false;
            list.dispatchEvent(new CustomEvent('translate:edit', { bubbles: true }));
        }
    });
})();
