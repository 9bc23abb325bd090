import { currentRelease } from '../../../../src/release/current.ts';
import { numbersIn, twoDigitsOf } from '../written.ts';
import type { KnownFiles } from './known-file.ts';
import { leftModel } from './left-model.ts';

const { release } = currentRelease();
const byFile = new Map(release.models.map((model) => [model.id.replaceAll(':', '='), model]));

const LABEL = 'gCO2e per 1k output tokens';

/** The median, in brackets low to high, then the class. */
const MESSAGE = /^([\d.\u202f]+) \(([\d.\u202f]+)–([\d.\u202f]+)\), class \d+ of \d+$/;

/** The same of a model that has left the list, with the day on which it was listed last. */
const LEFT = /^(.+\)) on (\d{4}-\d{2}-\d{2}), has left the list$/;

/** A text with a range in it as its numbers; the text itself where it has another form. */
function figures(message: unknown): unknown {
  if (typeof message !== 'string') return message;
  const [, range = '', day] = LEFT.exec(message) ?? [];
  if (day !== undefined) return [...numbersIn(range), day];
  return MESSAGE.test(message) ? numbersIn(message) : message;
}

function figuresOf(file = '') {
  const model = byFile.get(file);
  if (model === undefined) {
    const left = leftModel(file);
    // Of a model that had a figure once and has none for a reason that the list gives.
    if (left === undefined) return 'no figure any more';
    const { gramsCO2e } = left.model.perThousandOutputTokens;
    return [...twoDigitsOf(gramsCO2e), left.last.date];
  }
  const { place, of } = model.emissionClass;
  return [...twoDigitsOf(model.perThousandOutputTokens.gramsCO2e), place, of];
}

export const BADGE_FILES: KnownFiles = {
  '/badge/[...id].json': {
    read: (json) => {
      const { message, ...rest } = JSON.parse(json);
      return { figures: figures(message), ...rest };
    },
    expected: ({ id }) => ({
      schemaVersion: 1,
      label: LABEL,
      figures: figuresOf(id),
      color: /^#[0-9a-f]{6}$/,
    }),
  },
  '/badge/[...id].svg': {
    read: (svg) => {
      const [title = ''] = svg.match(/(?<=<title>)[^<]*/) ?? [];
      const [label = '', ...message] = title.split(': ');
      return {
        label,
        figures: figures(message.join(': ')),
        // What is drawn: each text, and beneath it its shadow.
        drawn: [...new Set(svg.match(/(?<=<text\b[^>]*>)[^<]*/g))].join(': ') === title,
      };
    },
    expected: ({ id }) => ({ label: LABEL, figures: figuresOf(id), drawn: true }),
  },
};
