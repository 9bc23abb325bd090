import { ROWS_CHANGED } from '../../ui/table/rows-changed.ts';

/** How far from a mark a finger may be, in pixels. */
const FINGER_REACH = 28;

/**
 * Says beside a mark what it stands for, when it is pointed at, focused or tapped. A finger means the
 * mark nearest to it, and its second tap follows the link. The keyboard stops once at the chart; arrows
 * lead from mark to mark.
 */
export function pointAt(chart: HTMLElement, signal: AbortSignal): void {
  const said = chart.querySelector<HTMLElement>('.pointed');
  const plot = chart.querySelector<HTMLElement>('.plot');
  if (said === null || plot === null) return;
  let pointed: SVGAElement | undefined;

  const marks = () => [...chart.querySelectorAll<SVGAElement>('a.point:not([data-out])')];
  const markOf = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest<SVGAElement>('a.point') ?? undefined) : undefined;

  const prepare = () => {
    hide();
    for (const mark of chart.querySelectorAll<SVGAElement>('a.point')) {
      const title = mark.querySelector('title');
      if (title !== null) mark.setAttribute('aria-label', title.textContent ?? '');
      // What is said beside it needs no second bubble.
      title?.remove();
      mark.setAttribute('tabindex', '-1');
    }
    marks().at(-1)?.setAttribute('tabindex', '0');
  };

  const show = (mark: SVGAElement) => {
    pointed?.removeAttribute('data-pointed');
    pointed = mark;
    mark.setAttribute('data-pointed', '');
    const [name = '', ...rest] = (mark.getAttribute('aria-label') ?? '').split(': ');
    const link = document.createElement('a');
    link.href = mark.href.baseVal;
    link.textContent = name;
    // The mark itself is the link that a keyboard and a screen reader find.
    link.tabIndex = -1;
    said.replaceChildren(link, document.createElement('br'), rest.join(': '));
    said.setAttribute('aria-hidden', 'true');
    said.hidden = false;
    const place = centreOf(mark, plot);
    const left = place.x - said.offsetWidth / 2;
    said.style.left = `${Math.max(0, Math.min(plot.clientWidth - said.offsetWidth, left))}px`;
    const above = place.y - said.offsetHeight - 14;
    said.style.top = `${above < 0 ? place.y + 14 : above}px`;
  };

  const hide = () => {
    pointed?.removeAttribute('data-pointed');
    pointed = undefined;
    said.hidden = true;
  };

  plot.addEventListener(
    'pointerover',
    ({ target, pointerType }) => {
      const mark = markOf(target);
      if (pointerType === 'mouse' && mark !== undefined) show(mark);
    },
    { signal },
  );
  plot.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && hide(), {
    signal,
  });
  plot.addEventListener(
    'focusin',
    ({ target }) => {
      const mark = markOf(target);
      if (mark?.matches(':focus-visible')) show(mark);
    },
    { signal },
  );
  plot.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      // Its link is on the way to the model.
      if (!(relatedTarget instanceof Node && said.contains(relatedTarget))) hide();
    },
    { signal },
  );
  plot.addEventListener(
    'click',
    (event) => {
      if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
      if (event.target instanceof Node && said.contains(event.target)) return;
      const { left, top } = plot.getBoundingClientRect();
      const near = nearest(marks(), plot, { x: event.clientX - left, y: event.clientY - top });
      if (near !== undefined && near === pointed) return;
      event.preventDefault();
      if (near === undefined) hide();
      else show(near);
    },
    { signal },
  );
  plot.addEventListener(
    'keydown',
    (event) => {
      const from = markOf(event.target);
      if (from === undefined) return;
      if (event.key === 'Escape') hide();
      const to = nextMark(marks(), from, event.key);
      if (to === undefined) return;
      event.preventDefault();
      from.setAttribute('tabindex', '-1');
      to.setAttribute('tabindex', '0');
      to.focus();
      show(to);
    },
    { signal },
  );
  chart.addEventListener(ROWS_CHANGED, prepare, { signal });
  prepare();
}

/** The mark that a key leads to: left and right by carbon, up and down by index, Home and End. */
function nextMark(
  marks: readonly SVGAElement[],
  from: SVGAElement,
  key: string,
): SVGAElement | undefined {
  const axis = key === 'ArrowUp' || key === 'ArrowDown' ? 'y' : 'x';
  const place = (mark: SVGAElement) =>
    Number.parseFloat(mark.querySelector('use')?.getAttribute(axis) ?? '');
  const ordered = marks.toSorted((a, b) => place(a) - place(b));
  const at = ordered.indexOf(from);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return ordered[at + 1];
    case 'ArrowLeft':
    case 'ArrowUp':
      return ordered[at - 1];
    case 'Home':
      return ordered[0];
    case 'End':
      return ordered.at(-1);
    default:
      return undefined;
  }
}

function centreOf(mark: SVGAElement, plot: HTMLElement): { x: number; y: number } {
  const within = plot.getBoundingClientRect();
  const { left, top, width, height } = (mark.querySelector('.hit') ?? mark).getBoundingClientRect();
  return { x: left + width / 2 - within.left, y: top + height / 2 - within.top };
}

function nearest(
  marks: readonly SVGAElement[],
  plot: HTMLElement,
  { x, y }: { x: number; y: number },
): SVGAElement | undefined {
  return marks
    .map((mark) => {
      const place = centreOf(mark, plot);
      return { mark, distance: Math.hypot(place.x - x, place.y - y) };
    })
    .filter(({ distance }) => distance <= FINGER_REACH)
    .toSorted((a, b) => a.distance - b.distance)[0]?.mark;
}
