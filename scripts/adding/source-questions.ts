import { existsSync, readFileSync } from 'node:fs';
import { DataProblems } from '../../src/catalog/problem.ts';
import { readYaml } from '../../src/catalog/read-file.ts';
import { HowKnown, SOURCES_FILE, Source, SourceFile, SourceId } from '../../src/catalog/source.ts';
import { type Answers, bySchema, type Question } from './ask.ts';
import { recordText } from './yaml-record.ts';

/** What is asked of where figures come from; a source that is not in the list yet is asked for in full. */
export function sourceQuestions(needed: Question['needed'] = () => true): Question[] {
  const isNew = (answers: Answers) => {
    const id = answers.get('source');
    return needed(answers) && id !== undefined && !knownSources().has(id);
  };
  const ofNew = { needed: isNew, spare: true };
  const { title, publisher, year, url, licence, read } = Source.shape;
  return [
    {
      name: 'how',
      asks: 'How is it known? CONTRIBUTING.md says what each means',
      choices: HowKnown.options,
      needed,
    },
    {
      name: 'source',
      asks: 'Which source says so? A key of data/sources.yaml, or a new one such as glm-4-6-config',
      wrong: bySchema(SourceId),
      needed,
    },
    { name: 'source-title', asks: 'Its title', wrong: bySchema(title), ...ofNew },
    { name: 'source-publisher', asks: 'Its publisher', wrong: bySchema(publisher), ...ofNew },
    {
      name: 'source-year',
      asks: 'Its year',
      wrong: (text) => bySchema(year, Number)(text) && 'expected a year such as 2026',
      ...ofNew,
    },
    {
      name: 'source-url',
      asks: 'Its address, https://…',
      wrong: (text) => bySchema(url)(text) && 'expected an address, https://…',
      optional: true,
      ...ofNew,
    },
    {
      name: 'source-licence',
      asks: 'Its licence, such as CC-BY-4.0 or “facts only”',
      wrong: bySchema(licence),
      ...ofNew,
    },
    {
      name: 'source-read',
      asks: 'As what was it read?',
      choices: read.options,
      ...ofNew,
    },
  ];
}

/** Keys of the list of sources. Throws DataProblems. */
function knownSources(): ReadonlySet<string> {
  const { data, problems } = readYaml(
    { root: '.', file: SOURCES_FILE, recordDepth: 1 },
    SourceFile,
  );
  if (data === undefined) throw new DataProblems(problems);
  return new Set(Object.keys(data));
}

/** The list of sources with the new one, if one was described. */
export function sourceTexts(answers: Answers): [string, string][] {
  const id = answers.get('source');
  const title = answers.get('source-title');
  if (id === undefined || title === undefined || !existsSync(SOURCES_FILE)) return [];
  const url = answers.get('source-url');
  const record = {
    title,
    publisher: answers.get('source-publisher'),
    year: Number(answers.get('source-year')),
    ...(url !== undefined && { url }),
    licence: answers.get('source-licence'),
    read: answers.get('source-read'),
  };
  // The list is ordered by what its sources are about, so a new one goes to its end.
  return [
    [
      SOURCES_FILE,
      `${readFileSync(SOURCES_FILE, 'utf8').trimEnd()}\n\n${recordText({ [id]: record })}`,
    ],
  ];
}
