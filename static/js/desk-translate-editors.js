/* Rich text in the side-by-side view: Draftail takes the place of a text area when its row comes near. */
(() => {
    const desk = document.querySelector('[data-translate]');
    if (!desk) return;

    const tell = (target, what) => target.dispatchEvent(new CustomEvent(`translate:${what}`, { bubbles: true }));

    const edited = (holder, editable) => {
        // Pasting and deleting are Draft's own work, of which no event of the browser tells.
        new MutationObserver(() => tell(holder, 'typed')).observe(editable, {
            characterData: true,
            childList: true,
            subtree: true,
        });
    };

    const activate = (holder) => {
        const template = holder.querySelector('template');
        if (!template) return;
        const label = `${holder.dataset.rich}-label`;
        const described = holder.querySelector('textarea').getAttribute('aria-describedby');
        const invalid = holder.querySelector('textarea').getAttribute('aria-invalid');
        new MutationObserver((changes, observer) => {
            const editable = holder.querySelector('[contenteditable=true]');
            if (!editable) return;
            observer.disconnect();
            editable.setAttribute('aria-labelledby', label);
            if (described) editable.setAttribute('aria-describedby', described);
            if (invalid) editable.setAttribute('aria-invalid', invalid);
            edited(holder, editable);
            tell(holder, 'ready');
        }).observe(holder, { childList: true, subtree: true });
        holder.querySelector('textarea').remove();
        holder.append(document.importNode(template.content, true));
        template.remove();
    };

    const near = new IntersectionObserver(
        (entries) => {
            for (const { isIntersecting, target } of entries) {
                if (isIntersecting) {
                    near.unobserve(target);
                    activate(target);
                }
            }
        },
        // The admin scrolls in an element of its own, which `rootMargin` does not look beyond.
        { rootMargin: '800px', scrollMargin: '800px' },
    );

    document.addEventListener('translate:drawn', (event) => {
        event.target.querySelectorAll('[data-rich]').forEach((holder) => near.observe(holder));
    });
    document.addEventListener('translate:wanted', (event) => activate(event.target));
})();
