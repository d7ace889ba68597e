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

/* The main button publishes the lane of the open tab. */
(() => {
    const group = document.querySelector('.w-dropdown-button') ?? document.querySelector('.footer');
    const buttons = [...(group?.querySelectorAll(':scope > [data-desk-publish]') ?? [])];
    if (buttons.length < 2) return;

    const follow = () => {
        const tab = document.querySelector('[role="tab"][aria-selected="true"]')?.getAttribute('href') ?? '';
        const lane = tab.replace('#tab-', '');
        const wanted = buttons.find((button) => button.value === lane);
        if (!wanted) return; // a tab of no lane: the button stays as it is
        for (const button of buttons) button.hidden = button !== wanted;
    };
    document.addEventListener('w-tabs:changed', () => requestAnimationFrame(follow));
    addEventListener('load', follow);
})();
