import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageFile from '../../../package.json' with { type: 'json' };
import {
  citationOfIndex,
  citationOfMethodologyPage,
  citationOfModel,
  citedInText,
  dayOfIssue,
  INDEX_AUTHORS,
  INDEX_TITLE,
} from '../../../src/release/citation.ts';
import { citationTexts } from '../../../src/ui/article/citation-text.ts';

const site = new URL('https://index.example');
const release = {
  release: '2026-08-22-0123abcd',
  date: '2026-08-22',
  methodVersion: '1.1',
  published: '2027-01-03',
};
const model = citationOfModel({ id: 'maker/model-1.5', shortName: 'Model 1.5' }, release, site);

describe('a citation', () => {
  test('within a text names author and year', () => {
    expect(citedInText(dayOfIssue(release))).toBe('LLM Carbon Index contributors (2027)');
  });

  test('bears the day on which the release was archived, and that of its list where it is not yet', () => {
    expect(citationOfIndex(release, site).issued).toEqual({ 'date-parts': [[2027, 1, 3]] });
    const notYet = citationOfIndex({ ...release, published: undefined }, site);
    expect(notYet.issued).toEqual({ 'date-parts': [[2026, 8, 22]] });
    expect(notYet.note).toBe('Release 2026-08-22-0123abcd, method 1.1');
  });

  test('of the index names the release, the method, the day and where the release stays', () => {
    const { apa } = citationTexts(citationOfIndex(release, site));
    expect(apa).toBe(
      'LLM Carbon Index contributors. (2027). LLM Carbon Index (Version 1.1 of the method, release 2026-08-22-0123abcd) [Dataset]. LLM Carbon Index. https://index.example/releases/2026-08-22-0123abcd/',
    );
  });

  test('of a model as BibTeX keeps letters that TeX has no command for', () => {
    const named = (shortName: string) =>
      citationTexts(citationOfModel({ id: 'maker/a_b', shortName }, release, site)).bibtex;
    expect(named('通义 50%')).toContain('{Index}: 通义 50\\% (maker/a\\_b)}');
    expect(named('通义')).toContain('models/maker/a\\_b/');
    expect(named('\\input{通}')).toContain('input\\{通\\}');
    expect(named('Modèle')).toContain('Mod{\\`');
  });

  test('of a model as BibTeX holds the release, the page of the model and a key of its own', () => {
    expect(
      citationTexts(model)
        .bibtex.split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      '@misc{llm-carbon-index-2026-08-22-0123abcd-maker-model-1-5,',
      'author = {{LLM Carbon Index contributors}},',
      'year = {2027},',
      'note = {Release 2026-08-22-0123abcd (archived on 2027-01-03), method 1.1. Page of the model: https://index.example/models/maker/model-1.5/},',
      'publisher = {LLM Carbon Index},',
      'title = {LLM {Carbon} {Index}: Model 1.5 (maker/model-1.5)},',
      'url = {https://index.example/releases/2026-08-22-0123abcd/},',
      '}',
    ]);
  });

  test('as CSL-JSON is a list of one item that says the same', () => {
    expect(JSON.parse(citationTexts(model).cslJson)).toEqual([
      {
        id: 'llm-carbon-index-2026-08-22-0123abcd-maker-model-1-5',
        type: 'dataset',
        title: 'LLM Carbon Index: Model 1.5 (maker/model-1.5)',
        author: [{ literal: INDEX_AUTHORS }],
        issued: { 'date-parts': [[2027, 1, 3]] },
        version: '1.1 of the method, release 2026-08-22-0123abcd',
        note: 'Release 2026-08-22-0123abcd (archived on 2027-01-03), method 1.1. Page of the model: https://index.example/models/maker/model-1.5/',
        publisher: INDEX_TITLE,
        URL: 'https://index.example/releases/2026-08-22-0123abcd/',
      },
    ]);
  });

  test('of a page of the methodology leads to the page itself', () => {
    const page = citationOfMethodologyPage('Water', new URL('/methodology/water/', site), release);
    expect(citationTexts(page).apa).toBe(
      'LLM Carbon Index contributors. (2027). Water. Methodology of the LLM Carbon Index (Version 1.1 of the method, release 2026-08-22-0123abcd) [Dataset]. LLM Carbon Index. https://index.example/methodology/water/',
    );
  });
});

test('CITATION.cff says what the citations and the package say', () => {
  const file = parse(readFileSync('CITATION.cff', 'utf8'));
  expect(file).toMatchObject({
    'cff-version': '1.2.0',
    title: INDEX_TITLE,
    authors: [{ name: INDEX_AUTHORS }],
    version: packageFile.version,
    license: 'CC-BY-4.0',
    references: [
      {
        authors: [{ name: INDEX_AUTHORS }],
        version: packageFile.version,
        license: packageFile.license,
      },
    ],
  });
  expect(file['date-released']).toBe(file.references[0]['date-released']);
});
