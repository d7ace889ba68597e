/* The side-by-side view, quicker: rows are saved without leaving the page, and the keyboard is enough for all of it. */
(() => {
    const desk = document.querySelector('[data-translate]');
    if (!desk) return;

    const POLL = 60000; // ms between two looks at whether the source has moved
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const rowOf = (element) => element?.closest?.('[data-row]');
    const openRows = () => all('[data-row=open]', desk);
    const dirty = new Set(); // rows with text that has not been sent
    let current = null; // the row that was worked in last

    const say = (...texts) => {
        const live = document.querySelector('[data-live]');
        live.textContent = '';
        setTimeout(() => {
            live.textContent = texts.filter(Boolean).join(' ');
        }, 50);
    };

    const tell = (target, what) => target?.dispatchEvent(new CustomEvent(`translate:${what}`, { bubbles: true }));

    const edits = (root) => all('textarea[data-edit], [contenteditable=true]', root);

    const prepare = (root) => {
        all('[data-script]', root).forEach((part) => {
            part.hidden = false;
        });
        all('details[data-terms]', root).forEach((list) => {
            list.open = false;
        });
        tell(root, 'drawn');
    };

    const focusField = (row) => {
        const holder = row.querySelector('.translate-field__input');
        if (holder) {
            tell(holder, 'wanted');
            const field = edits(holder)[0];
            if (field) field.focus();
            else holder.addEventListener('translate:ready', () => edits(holder)[0].focus(), { once: true });
            return;
        }
        (row.querySelector('[data-form] [data-key=update]') ?? row).focus();
    };

    const mark = (row) => {
        if (current !== row) current?.classList.remove('translate-row--current');
        current = row;
        current?.classList.add('translate-row--current');
    };

    const go = (row) => {
        if (!row) {
            say(desk.dataset.saidLast);
            document.querySelector('[data-review]')?.focus();
            return;
        }
        mark(row);
        row.scrollIntoView({ block: 'start' });
        focusField(row);
    };

    const next = () => {
        const rows = openRows();
        const after = current && document.contains(current)
            ? rows.find((row) => current.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING)
            : null;
        go(after ?? rows[0]);
    };

    // --- what was typed survives when a row is drawn anew
    const carry = (old, fresh) => {
        const typed = new Map(all('textarea[name], input[name^="rich:"]', old).map((field) => [field.name, field]));
        const places = [fresh, ...all('template', fresh).map((template) => template.content)];
        for (const place of places) {
            for (const field of all('textarea[name], input[name^="rich:"]', place)) {
                if (typed.has(field.name)) field.value = typed.get(field.name).value;
            }
        }
    };

    const flush = (root) =>
        all('input[name^="rich:"]', root).forEach((input) => input.draftailEditor?.saveState?.());

    const parse = (html) => {
        const template = document.createElement('template');
        template.innerHTML = html;
        return template.content.firstElementChild;
    };

    const drawBar = (html) => {
        const bar = parse(html);
        document.querySelector('[data-bar]').replaceWith(bar);
        prepare(bar);
    };

    // --- the source has moved: rows concerned are read again, what was typed in them stays
    const refresh = async () => {
        const response = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
        if (!response.ok || response.redirected) return;
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        const fresh = page.querySelector('[data-translate]');
        const rows = document.importNode(fresh.querySelector('[data-rows]'), true);
        const focused = document.activeElement;
        const place = rowOf(focused)?.id;
        flush(desk);
        for (const row of all('[data-row=open]', rows)) {
            const old = document.getElementById(row.id);
            if (old?.dataset.row !== 'open') continue;
            if (old.dataset.source === row.dataset.source) row.replaceWith(old);
            else if (dirty.has(old)) {
                carry(old, row);
                dirty.delete(old);
                dirty.add(row);
            }
        }
        desk.querySelector('[data-rows]').replaceWith(rows);
        prepare(rows);
        drawBar(fresh.querySelector('[data-bar]').outerHTML);
        desk.dataset.source = fresh.dataset.source;
        const banner = desk.querySelector('[data-moved]');
        banner.hidden = false;
        say(banner.textContent.trim());
        mark(null);
        if (!document.contains(focused)) document.getElementById(place)?.focus();
        else if (focused.isContentEditable) {
            // Draftail knows where its caret was.
            focused.closest('[data-rich]').querySelector('input[name^="rich:"]').draftailEditor.focus();
        } else focused.focus();
    };

    const look = async () => {
        if (document.hidden) return;
        const address = new URL(window.location.href);
        address.searchParams.set('as', 'digest');
        const response = await fetch(address, { headers: { Accept: 'application/json' } });
        if (!response.ok || response.redirected) return;
        const { source } = await response.json();
        if (source !== desk.dataset.source) await refresh();
    };
    const lookAgain = () => look().catch(() => {}); // without a network the next look will do
    setInterval(lookAgain, POLL);
    document.addEventListener('visibilitychange', lookAgain);

    // --- sending
    const settle = (answer, row, form, isComment) => {
        drawBar(answer.bar);
        if (answer.chips) desk.querySelector('[data-chips]').replaceChildren(parse(answer.chips));
        let fresh = row;
        if (answer.row) {
            const wasDirty = isComment && dirty.has(row);
            const html = parse(answer.row);
            if (isComment) {
                flush(row);
                carry(row, html);
            }
            row.replaceWith(html);
            prepare(html);
            dirty.delete(row);
            if (wasDirty || answer.typed) dirty.add(html); // shown again, and not sent yet
            if (current === row) mark(html);
            fresh = html;
        }
        say(answer.said, document.querySelector('[data-bar] label')?.textContent.trim());
        if (answer.goes_on) go(answer.next ? document.getElementById(answer.next) : null);
        else if (isComment) fresh.querySelector('[data-comment]:last-of-type > summary')?.focus();
        else if (answer.refused && !fresh.querySelector('[aria-invalid]')) {
            (fresh.querySelector('[data-error]') ?? fresh).focus();
        } else focusField(fresh);
        if (answer.source !== desk.dataset.source) refresh().catch(() => {});
    };

    const send = async (form, button) => {
        const row = rowOf(form);
        if (row.ariaBusy === 'true') return; // a second press
        flush(form);
        const body = new FormData(form);
        if (button?.name) body.append(button.name, button.value);
        row.ariaBusy = 'true';
        try {
            const response = await fetch(window.location.href.split('#')[0], {
                method: 'POST',
                headers: { Accept: 'application/json' },
                body,
            });
            if (!(response.headers.get('Content-Type') ?? '').startsWith('application/json')) throw new Error('no answer');
            const answer = await response.json();
            row.ariaBusy = 'false';
            settle(answer, row, form, ['comment', 'reply', 'resolve'].includes(body.get('action')));
        } catch {
            row.ariaBusy = 'false';
            document.dispatchEvent(
                new CustomEvent('w-messages:add', {
                    detail: { clear: true, text: desk.dataset.saidFailed, type: 'error' },
                }),
            );
        }
    };

    document.addEventListener('toggle', (event) => {
        if (event.target.matches?.('[data-comment][open]')) event.target.querySelector('textarea').focus();
    }, true);

    document.addEventListener('submit', (event) => {
        const form = event.target;
        if (form.id === 'translate-review') {
            if (form.querySelector('[data-review]').ariaDisabled === 'true') {
                event.preventDefault();
                say(document.getElementById('translate-review-why').textContent.trim());
            }
            return;
        }
        if (!rowOf(form)) return;
        event.preventDefault();
        send(form, event.submitter);
    });

    document.addEventListener('input', (event) => {
        const row = rowOf(event.target);
        if (row) dirty.add(row);
    });
    window.addEventListener('beforeunload', (event) => {
        if ([...dirty].some((row) => document.contains(row))) event.preventDefault();
    });
    document.addEventListener('focusin', (event) => {
        const row = rowOf(event.target);
        if (row) mark(row);
    });
    document.addEventListener('translate:typed', (event) => dirty.add(rowOf(event.target)));
    document.addEventListener('translate:edit', (event) => focusField(rowOf(event.target)));

    document.addEventListener('click', (event) => {
        if (event.target.closest?.('[data-next]')) {
            event.preventDefault();
            next();
        }
        const filter = event.target.closest?.('[data-show]');
        if (filter) {
            event.preventDefault();
            all('[data-fold]', desk).forEach((fold) => {
                fold.open = filter.dataset.show === 'all';
            });
            all('[data-show]').forEach((link) => link.removeAttribute('aria-current'));
            filter.setAttribute('aria-current', 'true');
            window.history.replaceState(null, '', filter.getAttribute('href'));
        }
    });

    // --- keys; before the editors see them
    const press = (row, name) => row?.querySelector(`[data-form] [data-key="${name}"]`)?.click();
    const KEYS = {
        ArrowDown: next,
        KeyN: () => press(current, 'no-effect'),
        KeyM: () => press(current, 'suggestion'),
        KeyT: () => tell(current, 'terms'),
    };
    window.addEventListener(
        'keydown',
        (event) => {
            if (event.isComposing || event.keyCode === 229) return; // an input method is converting: these are its keys
            if (event.target.closest?.('[role=dialog], .modal')) return;
            if (desk.dataset.shortcuts !== 'on') return;
            let action = null;
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
                const comment = event.target.closest?.('[data-comment] form');
                action = () => (comment ? comment.requestSubmit(comment.querySelector('button')) : press(current, 'update'));
            } else if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
                action = KEYS[event.code];
            }
            if (!action) return;
            event.preventDefault();
            event.stopImmediatePropagation();
            action();
        },
        { capture: true },
    );

    const header = document.querySelector('.w-slim-header');
    if (header) {
        new ResizeObserver(() => {
            desk.style.setProperty('--translate-top', `${header.offsetHeight}px`);
        }).observe(header);
    }

    prepare(desk);
    const named = document.getElementById(window.location.hash.slice(1));
    if (named?.matches('[data-row]')) go(named);
})();
