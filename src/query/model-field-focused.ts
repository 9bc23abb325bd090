/** Fetches what suggests models when a field for one is first used: most come to read. */
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.closest('model-field') !== null) {
    void import('./model-field.ts');
  }
});
