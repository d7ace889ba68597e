/* The screen that publishes lanes together: keeps the summary and the button in step with what is chosen. */
(() => {
    const form = document.querySelector('[data-publish-together]');
    if (!form) return;
    const all = (selector, root = form) => [...root.querySelectorAll(selector)];
    form.dataset.js = '';

    const lanes = all('[data-lane]');
    const chosen = (lane) => lane.querySelector('input[type=radio][name$="-when"]:checked:enabled')?.value;
    const typedTime = (lane) => lane.querySelector('input[type="datetime-local"]')?.value ?? '';
    const show = (element, visible) => element.toggleAttribute('hidden', !visible);

    // A time that stays what it was is nothing to do.
    const isKept = (lane) => {
        if (!('scheduled' in lane.dataset) || lane.querySelector('[data-significance]')) return false;
        const embargo = lane.querySelector('[name$="-embargo"]')?.checked ?? false;
        return typedTime(lane) === lane.dataset.scheduled && embargo === Boolean(lane.dataset.embargo);
    };

    const nameTargets = () => {
        const go = form.querySelector('[data-go]');
        if (!go) return;
        const named = (when) => lanes.filter((lane) => {
            if (chosen(lane) !== when || (when === 'later' && isKept(lane))) return false;
            return when !== 'no' || 'scheduled' in lane.dataset;
        });
        const said = ['now', 'later', 'no']
            .map((when) => [go.dataset[when], named(when).map((lane) => lane.dataset.name)])
            .filter(([, names]) => names.length)
            .map(([words, names]) => words.replace('%(lanes)s', names.join(go.dataset.comma)));
        go.querySelector('[data-go-words]').textContent = said.join(' · ') || go.dataset.none;
    };

    const showTimes = () => {
        for (const lane of lanes) {
            const time = typedTime(lane);
            for (const place of all('[data-time-of]')) {
                if (place.dataset.timeOf === lane.dataset.lane) place.textContent = time.replace('T', ' ');
            }
            const city = lane.querySelector('[data-city-time]');
            if (city) showCity(city, time);
        }
    };

    // The field holds the newsroom's time, wherever the browser is.
    const showCity = (city, time) => {
        const moment = new Date(`${time}${form.dataset.offset}`);
        show(city, !Number.isNaN(moment.getTime()));
        if (city.hidden) return;
        const options = { timeZone: city.dataset.zone, dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' };
        const words = new Intl.DateTimeFormat(document.documentElement.lang || 'en', options).format(moment);
        city.querySelector('span').textContent = words;
    };

    const update = () => {
        const choices = Object.fromEntries(lanes.map((lane) => [lane.dataset.lane, chosen(lane)]));
        for (const effect of all('[data-effect-of]')) {
            show(effect, choices[effect.dataset.effectOf] === effect.dataset.effectWhen);
        }
        for (const lane of lanes) {
            const time = lane.querySelector('.publish-time');
            time?.toggleAttribute('data-off', chosen(lane) !== 'later');
        }
        const question = form.querySelector('[data-significance]');
        if (question) {
            const source = chosen(question.closest('[data-lane]'));
            const answer = question.querySelector('[name=significance]:checked')?.value;
            const asked = source === 'now' || source === 'later';
            question.toggleAttribute('data-off', !asked);
            form.querySelector('[data-correction]').toggleAttribute('data-off', answer !== 'correction');
            for (const effect of all('[data-effect-significance]')) {
                show(effect, asked && effect.dataset.effectSignificance === answer);
            }
        }
        showTimes();
        nameTargets();
    };

    const columns = (diff) => {
        const made = document.createElement('div');
        made.className = 'text-diff-columns';
        made.dataset.columns = '';
        for (const [heading, left] of [[diff.dataset.before, 'ins'], [diff.dataset.after, 'del']]) {
            const side = document.createElement('div');
            const title = Object.assign(document.createElement('p'), { textContent: heading });
            title.className = 'text-diff-columns__heading';
            const text = diff.querySelector('[data-overlay] .text-diff').cloneNode(true);
            all(left, text).forEach((part) => part.remove());
            side.append(title, text);
            made.append(side);
        }
        return made;
    };

    const view = (name) => {
        for (const diff of all('[data-diff]')) {
            const overlay = diff.querySelector('[data-overlay]');
            const isWhole = overlay.querySelector('.text-diff--whole');
            const sides = diff.querySelector('[data-columns]');
            if (isWhole) continue;
            if (name === 'side' && !sides) diff.append(columns(diff));
            else if (sides) show(sides, name === 'side');
            show(overlay, name !== 'side');
        }
        for (const button of all('[data-view]')) button.setAttribute('aria-pressed', button.dataset.view === name);
        form.action = name === 'side' ? '?view=side' : '?';
    };

    let sent = false;
    form.addEventListener('change', update);
    form.addEventListener('input', showTimes);
    form.addEventListener('click', (event) => {
        const button = event.target.closest('button');
        if (!button) return;
        if (button.dataset.view) {
            event.preventDefault();
            view(button.dataset.view);
        } else if ('refused' in button.dataset) {
            event.preventDefault();
        }
    });
    form.addEventListener('submit', (event) => {
        if (sent) event.preventDefault(); // pressed twice
        sent = true;
        setTimeout(() => {
            sent = false;
        }, 5000);
    });
    update();
    document.getElementById('problems')?.focus();
})();
