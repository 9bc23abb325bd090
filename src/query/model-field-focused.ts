/** Fetches what suggests models when a field for one is first used: most come to read. */
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.closest('model-field') !== null) {
    // Without suggestions a name can still be typed, and the next focus tries anew.
    import('./model-field.ts').catch(() => undefined);
  }
});
