/* The news desk, quicker: warns of similar news while one writes, and lets the keyboard answer the queue. */
(() => {
    const desk = document.querySelector('[data-flash-desk]');
    if (!desk) return;

    const PAUSE = 400; // ms without typing before similar news is looked for
    const PATIENCE = 15000; // ms after which a form that was sent may be sent again
    const hasKeys = desk.dataset.shortcuts === 'on';
    const all = (selector, root = desk) => [...root.querySelectorAll(selector)];
    const reveal = (root) =>
        all('[data-script]', root).forEach((part) => {
            part.hidden = false;
        });
    const converting = (event) => event.isComposing || event.keyCode === 229; // keys of an input method
    const isSend = (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey;
    reveal(desk);

    const writeNews = (form) => {
        const field = (name) => form.elements.namedItem(name);
        const holder = form.querySelector('[data-similar]');
        const wordings = form.querySelector('[data-wordings]'); // what the glossary advises against
        const send = form.querySelector('[data-send]');
        const words = send.querySelector('[data-words]').textContent;
        let [sent, timer, asked] = [false, null, null]; // `asked`: the look-up under way
        const dismissed = new Set();

        const count = () => {
            const hint = form.querySelector('[data-longest]');
            const length = [...field('headline').value.trim()].length;
            hint.textContent = hint.dataset.pattern.replace('[n]', length);
            hint.classList.toggle('flash-field__count--long', length > Number(hint.dataset.longest));
        };

        const look = async () => {
            asked?.abort();
            asked = new AbortController();
            const said = new URLSearchParams({ headline: field('headline').value, summary: field('summary').value });
            const options = { signal: asked.signal, headers: { Accept: 'text/html' } };
            const response = await fetch(`${form.dataset.similarUrl}?${said}`, options);
            if (!response.ok || response.redirected) return;
            const template = document.createElement('template');
            template.innerHTML = await response.text();
            wordings.replaceChildren(...template.content.querySelectorAll('[data-wordings]'));
            const note = template.content.querySelector('[data-found]');
            const shown = (note?.dataset.found ?? '').trim();
            if (shown === (holder.querySelector('[data-found]')?.dataset.found ?? '').trim()) return;
            if (!note || shown.split(' ').every((id) => dismissed.has(id))) {
                holder.replaceChildren();
                return;
            }
            holder.replaceChildren(note);
            field('shown').value += ` ${shown}`;
        };
        const lookSoon = () => {
            clearTimeout(timer);
            timer = setTimeout(() => look().catch(() => {}), PAUSE); // without an answer there is no warning
        };

        // The list completes the last of several names.
        const list = document.getElementById('flash-topic-names');
        const topics = all('option', list).map((option) => option.value);
        const complete = () => {
            const typed = field('topics').value;
            const before = typed.slice(0, Math.max(...[...'、，,;；'].map((sign) => typed.lastIndexOf(sign))) + 1);
            const chosen = before.split(/[、，,;；]/).map((name) => name.trim());
            list.replaceChildren(
                ...topics
                    .filter((name) => !chosen.includes(name))
                    .map((name) => Object.assign(document.createElement('option'), { value: before + name })),
            );
        };

        // What was wrong with a field is not said of what is written now.
        const settle = (input) => {
            if (!input.hasAttribute('aria-invalid')) return;
            input.removeAttribute('aria-invalid');
            document.getElementById(`${input.id}-error`)?.remove();
            if (!form.querySelector('[aria-invalid]')) form.querySelector('[data-refused]')?.remove();
        };

        const ready = () => {
            sent = false;
            send.querySelector('[data-words]').textContent = words;
            send.removeAttribute('aria-busy');
        };

        form.addEventListener('input', (event) => {
            if (event.target.name === 'headline') count();
            if (event.target.name === 'topics') complete();
            settle(event.target);
            if (['headline', 'summary'].includes(event.target.name)) lookSoon();
        });
        form.addEventListener('click', (event) => {
            if (!event.target.closest('[data-carry-on]')) return;
            (holder.querySelector('[data-found]')?.dataset.found ?? '').trim().split(' ').forEach((id) => dismissed.add(id));
            holder.replaceChildren();
            field('summary').focus();
        });
        form.addEventListener('keydown', (event) => {
            if (event.key === 'Enter' && converting(event)) return;
            if (hasKeys && isSend(event)) {
                event.preventDefault();
                if (!event.repeat) form.requestSubmit(send);
            } else if (event.key === 'Enter' && event.target.matches('input')) {
                event.preventDefault(); // a line that is finished is no news that is finished
            }
        });
        form.addEventListener('submit', (event) => {
            if (sent) {
                event.preventDefault(); // pressed twice
                return;
            }
            sent = true;
            if (event.submitter === send) send.querySelector('[data-words]').textContent = form.dataset.saidSending;
            send.setAttribute('aria-busy', 'true');
            setTimeout(ready, PATIENCE);
        });
        window.addEventListener('pageshow', (event) => {
            if (event.persisted) window.location.reload(); // what it shows was sent already
        });
        count();
        const wrong = form.querySelector('[aria-invalid]');
        if (wrong) wrong.focus();
    };

    const answerQueue = (form) => {
        const rows = () => all('[data-row]', form);
        const radio = (row) => row.querySelector('input[type=radio]');
        const chosen = () => rows().find((row) => radio(row).checked);
        const said = form.querySelector('[data-said]');
        let busy = false;

        const say = (text) => {
            said.textContent = '';
            setTimeout(() => {
                said.textContent = text;
            }, 50);
        };

        const choose = (row, focus = true) => {
            if (!row) return;
            radio(row).checked = true;
            if (focus) radio(row).focus();
            row.scrollIntoView({ block: 'nearest' });
            mark();
        };

        const move = (step) => {
            const list = rows();
            choose(list[Math.min(Math.max(list.indexOf(chosen()) + step, 0), list.length - 1)]);
        };

        // A refused button stays in reach, and says why when it is pressed.
        const mark = () => {
            const facts = chosen()?.dataset ?? {};
            const refuse = (selector, refused) => form.querySelector(selector)?.setAttribute('aria-disabled', String(refused));
            refuse('[value=approve]', 'refusal' in facts || 'approved' in facts);
            refuse('[value=translate]', !facts.translate);
            refuse('[value=revoke]', !('approved' in facts));
            refuse('[data-ask-why]', 'sendBackRefusal' in facts);
        };

        const askWhy = (visible) => {
            const why = form.querySelector('[data-why]');
            const button = form.querySelector('[data-ask-why]');
            if (!why) return;
            const refusal = chosen()?.dataset.sendBackRefusal;
            if (visible && refusal) {
                say(refusal);
                return;
            }
            why.hidden = !visible;
            button.setAttribute('aria-expanded', String(visible));
            if (visible) why.querySelector('textarea').focus();
        };

        const prepare = () => {
            reveal(form);
            askWhy(false);
            mark();
        };

        const redraw = (html, page, index) => {
            form.querySelector('[data-rows]').innerHTML = html;
            prepare();
            const list = rows();
            const same = list.find((row) => row.dataset.page === page && !('approved' in row.dataset));
            choose(same ?? list[Math.min(index, list.length - 1)]);
            if (!list.length) {
                said.tabIndex = -1;
                said.focus();
            }
        };

        const send = async (answer, row = chosen()) => {
            if (!row || busy) return;
            if (answer === 'open') {
                window.location.assign(row.dataset.open);
                return;
            }
            if (answer === 'approve' && row.dataset.refusal) {
                say(row.dataset.refusal);
                return;
            }
            const body = new FormData(form);
            body.set('row', radio(row).value);
            body.set('answer', answer);
            const index = rows().indexOf(row);
            busy = true;
            form.ariaBusy = 'true';
            try {
                const response = await fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body });
                if (!(response.headers.get('Content-Type') ?? '').startsWith('application/json')) throw new Error('no answer');
                const { said: text, url, rows: html, refused } = await response.json();
                if (url) {
                    window.location.assign(url);
                    return;
                }
                const comment = form.querySelector('[name=comment]')?.value ?? '';
                redraw(html, row.dataset.page, index);
                if (refused && answer === 'send-back') form.querySelector('[name=comment]')?.setRangeText(comment);
                say(text);
            } catch {
                say(form.dataset.saidFailed);
            } finally {
                busy = false;
                form.ariaBusy = 'false';
            }
        };

        const sendBack = () => {
            const comment = form.querySelector('[name=comment]');
            if (comment.value.trim()) send('send-back');
            else {
                say(form.dataset.saidWhy);
                comment.focus();
            }
        };

        // What was approved last can be taken back at once, wherever one has moved on to.
        const takeBack = () => {
            const row = chosen();
            const target = row && 'approved' in row.dataset ? row : rows().find((one) => 'approved' in one.dataset);
            send('revoke', target ?? row);
        };

        const acts = {
            open: () => send('open'),
            approve: () => send('approve'),
            translate: () => send('translate'),
            revoke: takeBack,
            'send-back': sendBack,
        };
        const keys = {
            j: () => move(1),
            k: () => move(-1),
            a: acts.approve,
            t: acts.translate,
            u: acts.revoke,
            x: () => askWhy(true),
            Enter: acts.open,
        };

        form.addEventListener('submit', (event) => {
            event.preventDefault();
            const button = event.submitter;
            if (button?.ariaDisabled === 'true' && button.dataset.saidRefused) say(button.dataset.saidRefused);
            else acts[button?.value ?? 'open']?.();
        });
        form.addEventListener('change', mark);
        form.addEventListener('click', (event) => {
            if (event.target.closest('[data-ask-why]')) askWhy(form.querySelector('[data-why]').hidden);
        });
        form.addEventListener('keydown', (event) => {
            if (converting(event)) return;
            if (event.target.matches('textarea')) {
                if (event.key === 'Escape') {
                    askWhy(false);
                    choose(chosen());
                } else if (isSend(event)) {
                    event.preventDefault();
                    sendBack();
                }
                return;
            }
            const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
            if (!hasKeys || !plain || !event.target.matches('[type=radio]')) return;
            const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
            if (!act) return;
            event.preventDefault();
            event.stopPropagation();
            if (!event.repeat || 'jk'.includes(event.key)) act();
        });
        prepare();
    };

    const entry = desk.querySelector('[data-flash-form]');
    if (entry) writeNews(entry);
    answerQueue(desk.querySelector('[data-queue]'));
})();
