/*
Terms of the glossary, marked in what is being written. The server finds them: here they are drawn, over the text and
never in it, and only while they are true of it.
*/
(() => {
    const desk = document.querySelector('[data-translate]');
    if (!desk?.dataset.liveTerms) return;

    const QUIET = 500; // ms without a change before the server is asked
    const NEAR = 2; // how far beside a name the matching looks: a change within that may undo a mark
    const FIELDS = 'textarea[data-edit], [contenteditable=true]';
    const fields = new Map(); // element → what is known of its text

    const canPaint = 'highlights' in CSS; // an older browser shows the notices only, as far as rich text is concerned
    const painted = canPaint ? { approved: new Highlight(), forbidden: new Highlight() } : {};
    for (const [kind, highlight] of Object.entries(painted)) CSS.highlights.set(`term-${kind}`, highlight);

    // --- rich text: the browser paints ranges of it, Draftail's own nodes stay as they are
    const richText = (editable) => {
        let nodes = []; // [text node, where it begins]
        let ranges = [];

        const read = () => {
            let text = '';
            nodes = [];
            editable.querySelectorAll('[data-block]').forEach((block, number) => {
                if (number) text += '\n';
                const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    if (!walker.currentNode.parentElement.closest('[data-text]')) continue;
                    nodes.push([walker.currentNode, text.length]);
                    text += walker.currentNode.data;
                }
            });
            return text;
        };
        const rangeOf = ({ start, end }) => {
            const [first, before] = nodes.findLast(([, begin]) => begin <= start);
            const [last, begin] = nodes.findLast(([, place]) => place < end);
            const range = new Range();
            range.setStart(first, start - before);
            range.setEnd(last, end - begin);
            return range;
        };
        const draw = (marks) => {
            for (const range of ranges) Object.values(painted).forEach((highlight) => highlight.delete(range));
            ranges = marks.map(rangeOf);
            ranges.forEach((range, number) => painted[marks[number].kind]?.add(range));
        };
        const boxes = (number) => [...ranges[number].getClientRects()];
        const watch = (changed) =>
            new MutationObserver(changed).observe(editable, { characterData: true, childList: true, subtree: true });
        return { read, draw, boxes, watch };
    };

    // --- plain text: a copy of it lies over the field, of which only the marks are seen
    const AS_IN_FIELD = [
        'font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing', 'word-spacing', 'line-height',
        'text-transform', 'text-indent', 'tab-size', 'word-break', 'line-break', 'direction', 'text-align',
        'padding-top', 'padding-bottom', 'padding-left',
        'border-top-width', 'border-bottom-width', 'border-left-width', 'border-right-width',
    ];

    const plainText = (area) => {
        const copy = document.createElement('div');
        copy.className = 'term-copy';
        copy.ariaHidden = 'true';
        let spans = [];

        const place = () => {
            const style = getComputedStyle(area);
            for (const name of AS_IN_FIELD) copy.style.setProperty(name, style.getPropertyValue(name));
            const borders = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
            const scrollbar = area.offsetWidth - area.clientWidth - borders;
            copy.style.paddingRight = `${parseFloat(style.paddingRight) + scrollbar}px`;
            copy.style.left = `${area.offsetLeft}px`;
            copy.style.top = `${area.offsetTop}px`;
            copy.style.width = `${area.offsetWidth}px`;
            copy.style.height = `${area.offsetHeight}px`;
            copy.scrollTop = area.scrollTop;
        };
        const draw = (marks) => {
            const text = area.value;
            let end = 0;
            copy.replaceChildren();
            spans = marks.map((mark) => {
                const span = document.createElement('span');
                span.className = `term term--${mark.kind}`;
                span.textContent = text.slice(mark.start, mark.end);
                copy.append(text.slice(end, mark.start), span);
                end = mark.end;
                return span;
            });
            copy.append(`${text.slice(end)}\n`); // a last line without words has its height too
            if (marks.length && !copy.isConnected) area.after(copy);
            else if (!marks.length) copy.remove();
            if (marks.length) place();
        };
        const boxes = (number) => [...spans[number].getClientRects()];
        const watch = (changed) => {
            area.addEventListener('input', changed);
            area.addEventListener('scroll', () => {
                copy.scrollTop = area.scrollTop;
            });
            new ResizeObserver(() => copy.isConnected && place()).observe(area);
        };
        return { read: () => area.value, draw, boxes, watch };
    };

    // --- what is known of a field
    /* Marks of the text before that a change has not come near, where they stand in the text now. */
    const kept = (marks, before, now) => {
        const most = Math.min(before.length, now.length);
        let head = 0;
        while (head < most && before[head] === now[head]) head += 1;
        let tail = 0;
        while (tail < most - head && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
        const shift = now.length - before.length;
        return marks.flatMap((mark) => {
            if (mark.end + NEAR <= head) return [mark];
            if (mark.start - NEAR < before.length - tail) return [];
            return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
        });
    };

    const noticeOf = (field) => document.getElementById(`${field.id}-terms`);

    /* Says what is wrong with the text; what is said already is not said again. */
    const notice = (field, html) => {
        const place = noticeOf(field);
        const parsed = document.createElement('template');
        parsed.innerHTML = html;
        const words = (root) => root.textContent.replace(/\s+/g, ' ').trim();
        if (place && words(place) !== words(parsed.content)) place.replaceChildren(parsed.content);
        field.said = field.text;
    };

    const show = (field, marks) => {
        field.marks = marks;
        field.surface.draw(marks);
    };

    const changed = (field) => {
        const text = field.surface.read();
        if (text === field.text) return show(field, field.marks); // the same words, in other nodes perhaps
        const marks = kept(field.marks, field.text, text);
        Object.assign(field, { text, isAnswered: false });
        show(field, marks);
        return later();
    };

    const answered = (field, text, answer) => {
        if (field.text !== text) return; // written on meanwhile: another answer is on its way
        field.isAnswered = Boolean(answer);
        show(field, answer?.marks ?? []);
        if (answer || field.said !== text) notice(field, answer?.notice ?? '');
    };

    // --- asking the server
    const ask = async () => {
        const asked = [...fields.values()].filter((field) => !field.isAnswered);
        const texts = asked.map((field) => field.text);
        if (!texts.length) return;
        let answers = null;
        try {
            const response = await fetch(desk.dataset.liveTerms, {
                method: 'POST',
                headers: {
                    Accept: 'application/json',
                    'Content-Type': 'application/json',
                    'X-CSRFToken': desk.querySelector('[name=csrfmiddlewaretoken]').value,
                },
                body: JSON.stringify({ texts }),
            });
            if (!response.ok || response.redirected) throw new Error('no answer');
            answers = (await response.json()).texts;
        } catch {
            // Nothing is marked then; the next change asks again, for all that has no answer.
        }
        asked.forEach((field, number) => answered(field, texts[number], answers?.[number]));
    };

    let timer = null;
    const later = () => {
        clearTimeout(timer);
        timer = setTimeout(ask, QUIET);
    };

    // --- fields come and go with their rows
    const meet = (element) => {
        const rich = element.closest('[data-rich]');
        if (rich && element.matches('textarea')) return; // its place is taken by Draftail in a moment
        const surface = (rich ? richText : plainText)(element);
        const text = surface.read();
        const field = { id: rich?.dataset.rich ?? element.id, surface, text, said: text, marks: [], isAnswered: false };
        fields.set(element, field);
        surface.watch(() => changed(field));
    };

    const look = () => {
        for (const [element, field] of fields) {
            // A row that was moved in the document has lost its ranges.
            if (element.isConnected) changed(field);
            else {
                field.surface.draw([]);
                fields.delete(element);
            }
        }
        for (const element of desk.querySelectorAll(FIELDS)) if (!fields.has(element)) meet(element);
        later();
    };

    document.addEventListener('translate:drawn', look);
    document.addEventListener('translate:ready', look);
    look();

    // A mark is no element that the pointer could be over: the field says its words.
    desk.addEventListener('pointermove', ({ target, clientX: x, clientY: y }) => {
        const element = target.closest?.(FIELDS);
        const field = fields.get(element);
        if (!field) return;
        const isOver = (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
        const mark = field.marks.find((_mark, number) => field.surface.boxes(number).some(isOver));
        if (mark?.title) element.title = mark.title;
        else element.removeAttribute('title');
    });
})();
