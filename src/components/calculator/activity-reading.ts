import type { UsageLine } from '../../query/usage-lines.ts';
import { keepPeriod } from './export-period.ts';
import { type Taking, takeActivity } from './take-activity.ts';

const NOTHING_READ = 'Nothing was read, and the lines stay as they are.';

/**
 * Reads an export and says in the form how; there are no lines where nothing was read. Rejects as
 * takeActivity does.
 */
export async function readInto(
  form: HTMLFormElement,
  taking: Taking,
): Promise<readonly UsageLine[]> {
  const taken = await takeActivity(taking);
  if ('unread' in taken) {
    say(form, [`${NOTHING_READ} ${taken.unread}`]);
    return [];
  }
  const { lines, sentences, period } = taken;
  keepPeriod(period, lines);
  say(form, lines.length > 0 ? sentences : [NOTHING_READ, ...sentences]);
  return lines;
}

/**
 * Goes to what was read, at once and without a motion: the lines above it are new, and it may lie
 * below the screen. Who is elsewhere on the page by now stays there.
 */
export function bringIntoView(form: HTMLFormElement): void {
  const place = placeOf(form);
  const { activeElement } = document;
  const isElsewhere =
    activeElement !== null &&
    activeElement !== document.body &&
    activeElement.closest('details, [data-part=reading]') === null;
  if (place === null || isElsewhere) return;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ behavior: 'instant', block: 'start' });
}

function say(form: HTMLFormElement, [lead = '', ...others]: readonly string[]): void {
  const list = document.createElement('ul');
  list.append(
    ...others.map((sentence) => {
      const item = document.createElement('li');
      item.textContent = sentence;
      return item;
    }),
  );
  placeOf(form)?.replaceChildren(lead, ...(others.length > 0 ? [list] : []));
}

function placeOf(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector<HTMLElement>('[data-part=activity]');
}
