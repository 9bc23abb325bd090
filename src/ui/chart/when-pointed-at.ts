/** Fetches what says a range bar in a sentence when one is first pointed at or tapped. */
function load({ target }: Event): void {
  if (!(target instanceof Element) || target.closest('.chart') === null) return;
  for (const touched of TOUCHES) document.removeEventListener(touched, load);
  void import('./range-sentence.ts').then(() => {
    target.dispatchEvent(new Event('pointerover', { bubbles: true }));
  });
}

const TOUCHES = ['pointerover', 'click'];
for (const touched of TOUCHES) document.addEventListener(touched, load, { passive: true });
