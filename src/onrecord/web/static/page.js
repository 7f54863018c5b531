(() => {
  const all = (s, from = document) => [...from.querySelectorAll(s)];
  const box = document.getElementById('find'), out = document.getElementById('found');
  const button = document.getElementById('all');
  const items = all('.f'), opened = new Set(), words = new WeakMap();
  const text = el => words.get(el) ?? words.set(el, el.textContent.toLowerCase()).get(el);
  const find = () => {
    const q = box.value.trim().toLowerCase();
    const hits = items.filter(el => !q || text(el).includes(q));
    const found = new Set(hits), few = q && hits.length <= 60;
    for (const el of items) el.hidden = !found.has(el);
    for (const d of opened) if (!q || !found.has(d)) { d.open = false; opened.delete(d); }
    for (const d of all('details.op')) if (q && d.querySelector('.f:not([hidden])') && !d.open) { d.open = true; opened.add(d); }
    for (const d of all('details.art')) {
      if (few && found.has(d) && !d.open) { d.open = true; opened.add(d); }
      for (const p of all('.copy .p', d)) {
        const hit = !few || text(p).includes(q);
        p.hidden = !hit;
        if (few && hit && found.has(d)) for (const f of all('.fold', d)) if (f.contains(p) && !f.open) { f.open = true; opened.add(f); }
      }
    }
    out.textContent = q ? (hits.length ? hits.length + ' found' : 'none found') : '';
  };
  let wait;
  box.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(find, 150); });
  const show = () => {
    const el = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!el) return;
    for (let d = el.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    el.scrollIntoView();
  };
  addEventListener('hashchange', show);
  document.addEventListener('toggle', e => {
    const d = e.target;
    if (!d.open || !d.matches('.art') || d.dataset.ready) return;
    d.dataset.ready = 1;
    for (const p of all('.copy .p:not(.residue)', d)) {
      const b = document.createElement('button');
      b.className = 'cp'; b.type = 'button'; b.textContent = 'copy with source';
      p.querySelector('.m').append(b);
    }
  }, true);
  document.addEventListener('click', e => {
    const b = e.target.closest('button.cp');
    if (!b) return;
    const p = b.closest('.p'), cite = b.closest('[data-cite]').dataset.cite;
    const done = () => { b.textContent = 'copied'; setTimeout(() => { b.textContent = 'copy with source'; }, 1500); };
    navigator.clipboard?.writeText(p.querySelector('.t').textContent.trim() + '\n' + cite + ' · #' + p.id).then(done, () => {});
  });
  const arts = all('details.art');
  button.addEventListener('click', () => {
    const open = button.textContent === 'open all';
    for (const d of arts) d.open = open;
    button.textContent = open ? 'close all' : 'open all';
  });
  let was = [];
  addEventListener('beforeprint', () => { was = all('details:not([open])'); for (const d of was) d.open = true; });
  addEventListener('afterprint', () => { for (const d of was) d.open = false; });
  box.parentElement.hidden = button.hidden = false;
  show();
})();
