/* News is linked to a section of an explainer: a list of its headings takes the place of the field for an id. */
(() => {
    const option = (value, text) => Object.assign(document.createElement('option'), { value, textContent: text });

    const fill = async (select, { sections: address, whole, gone }, explainer) => {
        const chosen = select.value;
        const wanted = (select.dataset.of = explainer);
        let sections = [];
        if (explainer) {
            const response = await fetch(address.replace('/0/', `/${explainer}/`)).catch(() => null);
            if (!response?.ok || response.redirected) return; // what is chosen stays chosen
            ({ sections } = await response.json());
        }
        if (select.dataset.of !== wanted) return; // another explainer was chosen meanwhile
        select.replaceChildren(option('', whole), ...sections.map(({ id, title }) => option(id, title)));
        if (chosen && ![...select.options].some(({ value }) => value === chosen)) select.append(option(chosen, gone));
        select.value = chosen;
    };

    const take = (input) => {
        const row = input.closest('[data-inline-panel-child]') ?? input.form;
        const explainer = row.querySelector('input[name$="-explainer"]');
        if (!explainer) return;
        const select = Object.assign(document.createElement('select'), { name: input.name, id: input.id });
        const said = { ...input.dataset };
        const described = input.getAttribute('aria-describedby');
        if (described) select.setAttribute('aria-describedby', described);
        select.append(option('', said.whole), ...(input.value ? [option(input.value, '…')] : []));
        select.value = input.value;
        input.replaceWith(select);
        let known = explainer.value;
        fill(select, said, known);
        // The chooser tells nobody of a choice, but shows the title of what was chosen.
        new MutationObserver(() => {
            if (explainer.value === known) return;
            known = explainer.value;
            select.value = ''; // a section of another explainer
            fill(select, said, known);
        }).observe(row, { subtree: true, childList: true, attributes: true, characterData: true });
    };

    const form = document.querySelector('form[data-edit-form]');
    if (!form) return;
    const takeAll = () => form.querySelectorAll('input[data-sections]').forEach(take);
    new MutationObserver(takeAll).observe(form, { subtree: true, childList: true });
    takeAll();
})();
