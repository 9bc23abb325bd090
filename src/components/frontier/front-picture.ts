import { drawnPicture } from '../../ui/chart/drawn-picture.ts';
import { pngOf, svgText } from '../../ui/chart/picture.ts';
import { copyPicture } from '../../ui/clipboard.ts';
import { download } from '../../ui/download.ts';

const FILE_NAME = 'llm-carbon-frontier';

/** Hands out the chart as it stands: as a file of SVG, or copied as an image. Returns what to say of it. */
export async function takeFrontPicture(
  chart: HTMLElement,
  way: string | undefined,
): Promise<string> {
  const drawing = chart.querySelector<SVGSVGElement>('[data-drawn]');
  if (drawing === null) throw new Error('There is no chart here');
  const [up = '', right = ''] = [...chart.querySelectorAll('.axis-name')].map(wordsOf);
  const picture = drawnPicture(chart, drawing, chart.querySelector('.symbols'), {
    finding: findingOf(chart),
    axes: { up, right },
    from: [
      `LLM Carbon Index, release ${chart.dataset.release}. Estimates, not measurements. Lines: nine in ten of our cases.`,
      location.href,
    ],
  });
  if (way !== 'svg') return copyPicture(pngOf(picture), FILE_NAME);
  download(`${FILE_NAME}.svg`, new Blob([svgText(picture)], { type: 'image/svg+xml' }));
  return 'SVG saved.';
}

/** Who is on the front, as the page says it first. */
function findingOf(chart: HTMLElement): string {
  const lead = chart.closest('frontier-page')?.querySelector('[data-lead]');
  return lead === null || lead === undefined ? '' : wordsOf(lead);
}

/** What stands there, on one line. */
function wordsOf(element: Element): string {
  return (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
