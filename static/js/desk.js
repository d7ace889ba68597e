/* The editor's form agrees with its own autosave on which revision was loaded. */
(() => {
    const form = document.querySelector('form[data-edit-form]');
    if (!form) return;

    let saving = null; // settles when the autosave that is under way has answered
    let settle = () => {};
    let submitted = false;

    const field = (name) => form.elements.namedItem(name);

    // The server refuses a form that is older than the latest revision; our own autosave must not count as newer.
    document.addEventListener('w-autosave:success', ({ detail: { data } }) => {
        if (field('loaded_revision_id')) {
            field('loaded_revision_id').value = data.revision_id;
            field('loaded_revision_created_at').value = data.revision_created_at;
        }
    });

    document.addEventListener('w-autosave:save', (event) => {
        if (submitted) {
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

    // A button that is pressed while an autosave is under way waits for its answer, at most three seconds.
    form.addEventListener(
        'submit',
        (event) => {
            if (!saving) {
                submitted = true;
                setTimeout(() => {
                    submitted = false; // the editor stayed after all
                }, 10000);
                return;
            }
            event.preventDefault();
            event.stopImmediatePropagation();
            if (form.dataset.deskWaiting) return;
            form.dataset.deskWaiting = 'true';
            if (event.submitter?.name) {
                // The button itself is disabled by then, and a disabled button is not sent.
                const { name, value } = event.submitter;
                form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
            }
            const timeout = new Promise((resolve) => {
                setTimeout(resolve, 3000);
            });
            Promise.race([saving, timeout]).then(() => {
                saving = null;
                form.requestSubmit();
            });
        },
        { capture: true },
    );
})();
