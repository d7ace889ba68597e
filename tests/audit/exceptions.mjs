// What is Wagtail's own and not ours to mend: as short as possible, each with its reason.

// Parts of the admin that axe leaves out, as selectors.
export const WAGTAILS_OWN = [
    '.w-editing-sessions__session', // the avatar of who else has the page open: a button whose name is a tooltip
    '#w-minimap-toggle', // the handle of the minimap: 16 px wide
];

// Messages of the HTML checker about what Wagtail writes into <main>: what is said, and of which markup.
export const WAGTAILS_MARKUP = [
    { message: /“type” not allowed on element “div”/, extract: /data-controller="w-dropdown"/ },
    { message: /“div” not allowed as child of element “button”/, extract: /w-flex w-items-center/ }, // headers of lists
    { message: /“div” not allowed as child of element “button”/, extract: /w-side-panel-toggle__counter/ },
    { message: /“div” not allowed as child of element “label”/, extract: /form-side__resize-grip-icon/ },
    { message: /Text not allowed in element “iframe”/, extract: /<\/?div>|<\/ifra/ }, // the frame of the preview
    { message: /fraction of a second/, extract: /w-human-readable-date__date/ },
    { message: /“for” attribute .* ID of a non-hidden form control/, extract: /<label for="id_/ }, // labels of choosers
];
