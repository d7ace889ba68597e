/* The editor's form agrees with its own autosave on which revision was loaded. */
(() => {
    const form = document.querySelector('form[data-edit-form]');
    if (!form) return;

    const PATIENCE = 20000; // ms that a pressed button waits for an autosave that is under way
    let saving = null; // settles when the autosave that is under way has answered
    let settle = () => {};
    let pressed = false; // a button was pressed: no further autosave may start before its request

    const field = (name) => form.elements.namedItem(name);

    // The server refuses a form that is older than the latest revision; our own autosave must not count as newer.
    document.addEventListener('w-autosave:success', ({ detail: { data } }) => {
        if (field('loaded_revision_id')) {
            field('loaded_revision_id').value = data.revision_id;
            field('loaded_revision_created_at').value = data.revision_created_at;
        }
    });

    document.addEventListener('w-autosave:save', (event) => {
        if (pressed) {
            event.preventDefault(); // it would come too late, or just before the button's own request
            return;
        }
        saving ??= new Promise((resolve) => {
            settle = resolve;
        });
    });
    for (const end of ['success', 'error']) {
        document.addEventListener(`w-autosave:${end}`, () => {
            settle();
            saving = null;
        });
    }

    const press = () => {
        pressed = true;
        setTimeout(() => {
            pressed = false; // the editor stayed after all
        }, 10000);
    };

    form.addEventListener(
        'submit',
        (event) => {
            if (!saving) {
                press();
                return;
            }
            event.preventDefault();
            event.stopImmediatePropagation();
            if (pressed) return; // the first press is waiting already
            press();
            if (event.submitter?.name) {
                // The button itself is disabled by then, and a disabled button is not sent.
                const { name, value } = event.submitter;
                form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
            }
            const timeout = new Promise((resolve) => {
                setTimeout(resolve, PATIENCE);
            });
            Promise.race([saving, timeout]).then(() => {
                saving = null;
                form.requestSubmit();
            });
        },
        { capture: true },
    );
})();

/* The buttons follow the open tab and what has been typed since the page was loaded. */
(() => {
    const form = document.querySelector('form[data-edit-form]');
    if (!form) return;
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const openTab = () => document.querySelector('[role="tab"][aria-selected="true"]');
    const laneOf = (panel) => document.querySelector(`[role="tab"][href="#${panel?.id}"]`)?.dataset.lane;

    // The main button publishes the lane of the open tab; the menu holds the others, and what is about one lane only.
    const group = document.querySelector('.w-dropdown-button') ?? document.querySelector('.footer');
    const main = group ? all(':scope > [data-desk-publish]', group) : [];
    let publishes = main.find((button) => !button.hidden)?.value;
    const follow = () => {
        const lane = openTab()?.getAttribute('href').replace('#tab-', '');
        // On a tab of no lane the main button stays as it is.
        if (main.some((button) => button.value === lane)) publishes = lane;
        for (const button of all('[data-desk-publish]')) {
            button.hidden = main.includes(button) !== (button.value === publishes);
        }
        const links = all('[data-desk-lane]');
        const isNamed = links.some((link) => link.dataset.deskLane === lane);
        for (const link of links) link.hidden = isNamed && link.dataset.deskLane !== lane;
    };
    document.addEventListener('w-tabs:changed', () => requestAnimationFrame(follow));
    addEventListener('load', follow);

    // --- what has been typed
    const typed = new Set(); // lanes, since the last save
    const everTyped = new Set();

    const enable = (button) => {
        for (const name of ['data-idle', 'aria-disabled', 'aria-describedby']) button.removeAttribute(name);
        button.classList.remove('desk-refused');
        button.querySelector('.desk-refused__reason')?.remove();
    };

    const nameSubmission = () => {
        for (const button of all('[data-desk-submit]')) {
            const changed = [...button.dataset.deskSubmit.split(' '), ...everTyped];
            const tabs = all('[role="tab"][data-lane-name]').filter((tab) => tab.id === `tab-label-${tab.dataset.lane}`);
            const names = tabs.filter((tab) => changed.includes(tab.dataset.lane)).map((tab) => tab.dataset.laneName);
            const words = button.dataset.words.replace('%(lanes)s', names.join(button.dataset.comma));
            if (names.length) button.querySelector('em').textContent = words;
            if (everTyped.size) enable(button);
        }
    };

    const note = (lane) => {
        if (!lane || typed.has(lane)) return;
        typed.add(lane);
        everTyped.add(lane);
        for (const place of all(`[data-lane-state="${lane}"]`)) {
            const changed = place.querySelector('template');
            if (changed) place.replaceChildren(changed.content);
            place.hidden = false;
        }
        for (const button of all(`[data-desk-publish="${lane}"][data-idle]`)) enable(button);
        nameSubmission();
    };

    for (const kind of ['input', 'change']) {
        // Choosers and scripts send events of their own while the form is being built.
        form.addEventListener(kind, (event) => {
            if (event.isTrusted) note(laneOf(event.target.closest?.('.w-tabs__panel')));
        });
    }
    // A block that was moved or deleted, a picture that was chosen.
    document.addEventListener('w-unsaved:add', ({ detail }) => {
        if (detail?.type === 'edits' && !typed.size) note(openTab()?.dataset.lane);
    });
    document.addEventListener('w-autosave:success', () => typed.clear());

    form.addEventListener(
        'click',
        (event) => {
            if (!event.target.closest?.('button[data-idle]')) return;
            event.preventDefault();
            event.stopImmediatePropagation();
        },
        { capture: true },
    );

    // The way back leads to the tab that was open, unless the answer names another.
    form.addEventListener('submit', () => {
        const tab = openTab()?.getAttribute('href');
        if (tab) form.action = form.action.replace(/#.*$/, '') + tab;
    });
})();
