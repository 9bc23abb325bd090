/** Says a range bar in a sentence beside it while it is pointed at, or after it was tapped. */

/** What a row's parts say; undefined where it has no figure. */
export function rangeSentence(row: Element): string | undefined {
  const textOf = (within: Element | null | undefined, part: string) =>
    within?.querySelector(part)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const median = textOf(row, '.median');
  const [low, high] = textOf(row, '.spread').split('–');
  if (!/\d/.test(median) || low === undefined || high === undefined) return undefined;
  const name = textOf(row, ':is(th, [role=rowheader]) a') || textOf(row, 'th, [role=rowheader]');
  const table = row.closest('table, [role=table]');
  const unit = textOf(table, '.head .chart strong, thead .chart strong') || textOf(table, '.chart');
  const evidence = row.closest('[data-evidence]')?.getAttribute('data-evidence');
  const known = evidence == null ? '' : ` Evidence: ${evidence}.`;
  // By the style of barStyle: a bar without a middle half is thick from end to end.
  const hasMiddle = row.querySelector('.range-bar')?.getAttribute('style')?.includes('--p:');
  const thick = hasMiddle === true ? ' The thick part is the middle half.' : '';
  return `${name}, ${unit}: half of our cases lie below ${median}, half above; nine in ten between ${low} and ${high}.${thick}${known}`;
}

const bubble = document.createElement('div');
bubble.popover = 'manual';
bubble.role = 'tooltip';
bubble.className = 'range-sentence';
document.body.append(bubble);

function show({ target }: Event): void {
  const cell = target instanceof Element ? target.closest('.chart:has(.range-bar)') : null;
  const row = cell?.closest('tr, [role=row]');
  const sentence = row == null ? undefined : rangeSentence(row);
  if (cell == null || sentence === undefined) {
    bubble.hidePopover();
    return;
  }
  bubble.textContent = sentence;
  bubble.showPopover();
  const { left, bottom, top } = cell.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = bubble;
  const isRoom = bottom + height + 8 < innerHeight;
  bubble.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  bubble.style.top = `${isRoom ? bottom + 4 : top - height - 4}px`;
}

document.addEventListener('pointerover', show, { passive: true });
document.addEventListener('click', show, { passive: true });
document.addEventListener('scroll', () => bubble.hidePopover(), { passive: true, capture: true });
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') bubble.hidePopover();
});
