// SPDX-License-Identifier: Apache-2.0
// What the pages do by themselves while scripts are allowed. Each of them works without.
'use strict';

// The box in a table's head ticks those below it, until one of them differs.
document.addEventListener('change', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') {
    return;
  }
  const table = box.closest('table');
  const all = table && table.querySelector('[data-select-all]');
  if (!all) {
    return;
  }
  const boxes = [...table.querySelectorAll('tbody input[type=checkbox]')];
  if (box === all) {
    boxes.forEach((each) => { each.checked = all.checked; });
  } else {
    all.checked = boxes.every((each) => each.checked);
  }
  all.indeterminate = !all.checked && boxes.some((each) => each.checked);
});

// A second click on a button that is at work sends nothing.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
});

// The browser may show a page again as it was when it was left.
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach((form) => { delete form.dataset.sent; });
});

// Numbers of a collection that is running.
document.querySelectorAll('[data-live]').forEach((place) => {
  const events = new EventSource(place.dataset.live);
  events.onmessage = (message) => {
    Object.entries(JSON.parse(message.data)).forEach(([name, value]) => {
      document.querySelectorAll('[data-count="' + CSS.escape(name) + '"]').forEach((element) => {
        element.textContent = value;
      });
    });
  };
  window.addEventListener('pagehide', () => events.close());
});

// htmx sends what forms send back.
document.addEventListener('htmx:configRequest', (event) => {
  const field = document.querySelector('input[name=csrf]');
  if (field && event.detail.verb !== 'get') {
    event.detail.headers['X-CSRF-Token'] = field.value;
  }
});
