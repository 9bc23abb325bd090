import type { Page } from '@playwright/test';

/**
 * Where the texts of a page have not the room they need, a line each: the page goes sideways, a text
 * leaves its cell or control or is cut off without a sign, a figure breaks, a head of the index
 * breaks where no break was meant, labels of a chart run into each other.
 */
export function crampedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Pixels that a letter may stand over without being missed. */
    const SLACK = 1.5;
    const found = new Set<string>();
    const say = (what: string, element: Element) => {
      const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
      found.add(`${what}: ${element.localName}.${element.getAttribute('class')} “${text}”`);
    };

    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('.visually-hidden') === null &&
      getComputedStyle(element).clipPath === 'none';
    const textsIn = (part: Element) => {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const texts: { node: Node; text: string; parent: Element }[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent?.trim() ?? '';
        const parent = node.parentElement;
        if (text !== '' && parent !== null && isShown(parent)) texts.push({ node, text, parent });
      }
      return texts;
    };
    const boxesOf = (node: Node, from = 0, to = node.textContent?.length ?? 0) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return [...range.getClientRects()].filter(({ width }) => width > 0);
    };
    /** How many lines boxes stand on: those beside each other are on one. */
    const countLines = (boxes: DOMRect[]) => {
      let bottom = Number.NEGATIVE_INFINITY;
      let lines = 0;
      for (const box of boxes.toSorted((a, b) => a.top - b.top)) {
        if (box.top + box.height / 2 < bottom) continue;
        lines += 1;
        bottom = box.bottom;
      }
      return lines;
    };

    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.add(`sideways by ${scrollWidth - clientWidth} pixels`);

    const places = 'td, th, dt, dd, button, label, summary, [role$=cell], [role$=header]';
    for (const place of document.querySelectorAll(places)) {
      if (!isShown(place) || place.querySelector('svg, .axis') !== null) continue;
      const { left, right, top, bottom } = place.getBoundingClientRect();
      const stick = textsIn(place)
        .filter(({ parent }) => parent.closest('.scroll-x, pre, [style*="left"]') === null)
        .flatMap(({ node }) => boxesOf(node))
        .some(
          (box) =>
            box.left < left - SLACK ||
            box.right > right + SLACK ||
            (box.top + box.bottom) / 2 < top ||
            (box.top + box.bottom) / 2 > bottom,
        );
      const { overflowX, textOverflow } = getComputedStyle(place);
      if (stick && !(overflowX === 'hidden' && textOverflow === 'ellipsis')) {
        say('leaves its place', place);
      }
    }

    for (const { node, text, parent } of textsIn(document.body)) {
      const { overflowX, textOverflow } = getComputedStyle(parent);
      const hides = overflowX === 'hidden' || overflowX === 'clip';
      if (hides && textOverflow !== 'ellipsis' && parent.scrollWidth > parent.clientWidth + SLACK) {
        say('cut off', parent);
      }
      // A range may go on after its dash, where its cell lets it.
      if (!/^[\d.,–−+×%$~<>≤≥ ]*$/.test(text) || parent.textContent?.trim() !== text) continue;
      const whole = node.textContent ?? '';
      const dash = whole.indexOf('–') + 1;
      const parts = dash > 1 ? [boxesOf(node, 0, dash), boxesOf(node, dash)] : [boxesOf(node)];
      if (parts.some((boxes) => countLines(boxes) > 1)) say('a figure on two lines', parent);
    }

    for (const head of document.querySelectorAll('[role=columnheader] button')) {
      const boxes = textsIn(head).flatMap(({ node }) => boxesOf(node));
      if (countLines(boxes) > head.querySelectorAll('br').length + 1) say('a broken head', head);
    }

    for (const chart of document.querySelectorAll('.axis, svg')) {
      const labels = [...chart.querySelectorAll('.labelled, text')].filter(isShown);
      for (const [at, label] of labels.entries()) {
        const a = label.getBoundingClientRect();
        const hit = labels.slice(at + 1).find((other) => {
          const b = other.getBoundingClientRect();
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return across > SLACK && down > a.height / 2;
        });
        if (hit !== undefined) say(`runs into “${hit.textContent?.trim()}”`, label);
      }
    }
    return [...found];
  });
}
