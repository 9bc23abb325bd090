/** "/" leads to the search, where a page has no field of its own for it. */
addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey) return;
  if (document.querySelector('main input[type=search]') !== null) return;
  if (target instanceof Element && target.closest('input, select, textarea') !== null) return;
  event.preventDefault();
  // Without an import it stands in the page itself.
  location.assign(`${import.meta.env.BASE_URL}search/#type`);
});
