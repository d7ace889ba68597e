/* The body in the editor: a block of another version can be there already, but nobody can add one. */
(() => {
    const { StreamBlockDefinition } = window.wagtailStreamField.blocks;

    class BodyBlockDefinition extends StreamBlockDefinition {
        constructor(name, groups, initialStates, meta) {
            super(name, groups, initialStates, meta);
            this.groupedChildBlockDefs = groups
                .map(([label, blocks]) => [label, blocks.filter((block) => block.name !== 'unsupported')])
                .filter(([, blocks]) => blocks.length);
        }
    }

    window.telepath.register('articles.BodyBlock', BodyBlockDefinition);
})();
