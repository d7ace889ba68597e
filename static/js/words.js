// Words of a text: what a term means, beside it; readings over kanji, remembered. Loaded after reader.js (`keep`).
document.addEventListener('click', (event) => {
  const term = event.target.closest('a.term');
  if (!term || event.ctrlKey || event.metaKey || event.shiftKey || !HTMLElement.prototype.showPopover) return;
  const entry = document.getElementById(`t-${term.hash.slice(1)}`);
  if (!entry) return;
  event.preventDefault();
  document.getElementById('pop')?.remove();
  const pop = Object.assign(document.createElement('div'), { id: 'pop', className: 'pop', popover: 'auto', tabIndex: -1 });
  const name = entry.querySelector('dt').cloneNode(true);
  const list = document.createElement('dl');
  list.append(name, entry.querySelector('dd').cloneNode(true));
  pop.append(list);
  term.after(pop);
  pop.showPopover();
  const box = term.getClientRects()[0];
  const room = document.documentElement.clientWidth - pop.offsetWidth - 16;
  pop.style.insetBlockStart = `${box.bottom + scrollY + 6}px`;
  pop.style.insetInlineStart = `${Math.max(16, Math.min(box.left, room))}px`;
  pop.focus({ preventScroll: true }); // read out; closing it brings the focus back to the term
});

const furigana = document.querySelector('.furigana');
if (furigana) {
  const wanted = keep.get('furigana') === 'on';
  if (wanted && furigana.dataset.furigana === 'on' && !location.search) location.replace(furigana.href + location.hash);
  furigana.addEventListener('click', () => {
    keep.set('furigana', furigana.dataset.furigana);
    const section = document.querySelector('.toc a[aria-current]');
    const isReading = document.querySelector('.prose h2')?.getBoundingClientRect().top < innerHeight / 3;
    furigana.hash = section && isReading ? section.hash : '';
  });
}
