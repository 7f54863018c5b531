(() => {
  const all = (s, from = document) => [...from.querySelectorAll(s)];
  const get = id => document.getElementById(id);
  const box = get('find'), out = get('found'), more = get('all');
  const items = all('.f'), arts = all('.art'), mine = new Set(), words = new WeakMap();
  const has = (el, q) => {
    if (!words.has(el)) words.set(el, (el.textContent + (el.dataset.s || '')).toLowerCase().replace(/\s+/g, ' '));
    return words.get(el).includes(q);
  };
  const open = d => { if (!d.open) { d.open = true; mine.add(d); } };
  const up = (el, f) => { for (let d = el.closest('details'); d; d = d.parentElement.closest('details')) f(d); };
  const find = () => {
    const q = box.value.trim().toLowerCase();
    const found = new Set(items.filter(el => has(el, q)));
    const few = q && !/^story:/.test(q) && found.size < 61;
    for (const el of items) el.hidden = !found.has(el);
    for (const d of mine) d.open = false;
    mine.clear();
    for (const p of all('.copy .p')) p.hidden = few && !has(p.querySelector('.t'), q);
    for (const el of few ? found : []) {
      up(el, open);
      for (const d of all('.fold', el)) if (d.querySelector('.p:not([hidden])')) open(d);
      for (const d of all('.en', el)) if (has(d, q) && !has(d.firstChild, q)) open(d);
    }
    out.textContent = q ? (found.size || 'none') + ' found' : '';
  };
  let wait;
  box.oninput = () => { clearTimeout(wait); wait = setTimeout(find, 150); };
  const show = () => {
    const el = location.hash && get(decodeURIComponent(location.hash.slice(1)));
    if (!el) return;
    if ('q' in el.dataset) { box.value = el.dataset.q; find(); }
    up(el, d => d.open = true);
    el.scrollIntoView();
  };
  addEventListener('hashchange', show);
  addEventListener('toggle', e => {
    const d = e.target;
    if (!d.open || d.querySelector('.cp')) return;
    for (const p of all('.copy .p:not(.residue),.en .foot', d)) {
      const b = document.createElement('button');
      b.className = 'cp'; b.type = 'button'; b.ariaLabel = 'copy with source';
      p.append(b);
    }
  }, true);
  addEventListener('click', e => {
    const b = e.target.closest('.cp');
    if (!b) return;
    const p = b.parentElement, cite = p.dataset.cite || p.closest('.art').dataset.cite + ' · #' + p.id;
    const t = p.querySelector('.t') || p.closest('.ev:has(.q),.en').querySelector('.q,summary');
    navigator.clipboard?.writeText(t.textContent.trim() + '\n' + cite).then(() => {
      b.classList.add('ok'); setTimeout(() => b.classList.remove('ok'), 1500);
    });
  });
  more.onclick = () => {
    const on = more.textContent[0] == 'o';
    for (const d of arts) d.open = on;
    more.textContent = on ? 'close all' : 'open all';
  };
  let was = [];
  addEventListener('beforeprint', () => { was = all('details:not([open])'); for (const d of was) d.open = true; });
  addEventListener('afterprint', () => { for (const d of was) d.open = false; });
  box.parentElement.hidden = more.hidden = false;
  show();
})();
