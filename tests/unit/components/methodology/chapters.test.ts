import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  CHAPTERS,
  chapterInOrder,
  chapterMarkdownPath,
  chapterPath,
  MOVED_SECTIONS,
} from '../../../../src/components/methodology/chapters.ts';
import { GLOSSARY } from '../../../../src/components/methodology/glossary/glossary.ts';
import { GLOSSARY_STANDARDS } from '../../../../src/components/methodology/glossary/standards.ts';
import { llmsText } from '../../../../src/components/methodology/llms-text.ts';

describe('the pages of the methodology', () => {
  test.each(CHAPTERS.map(({ slug }) => slug))('“%s” has a page', (slug) => {
    expect(existsSync(`src/pages/methodology/${slug === '' ? 'index' : slug}.astro`)).toBe(true);
  });

  test('lead on to the next from the first to the last, and back', () => {
    const forth = CHAPTERS.map(({ slug }) => chapterInOrder(slug).next?.slug);
    expect(forth).toEqual([...CHAPTERS.slice(1).map(({ slug }) => slug), undefined]);
    const back = CHAPTERS.map(({ slug }) => chapterInOrder(slug).previous?.slug);
    expect(back).toEqual([undefined, ...CHAPTERS.slice(0, -1).map(({ slug }) => slug)]);
  });

  test('receive every section of the former single page', () => {
    const pages = CHAPTERS.map(({ slug }) => chapterPath(slug));
    for (const to of Object.values(MOVED_SECTIONS)) {
      expect(pages).toContain(to.replace(/#.*/, ''));
    }
  });

  test('are all listed as Markdown for language models', () => {
    const text = llmsText(
      { release: '2026-08-22-0123abcd', methodVersion: '1.1', models: [] },
      4000,
      new URL('https://index.example'),
    );
    for (const { slug } of CHAPTERS) {
      expect(text).toContain(`(https://index.example${chapterMarkdownPath(slug)})`);
    }
  });
});

describe('the glossary', () => {
  test('has each word once, under one anchor', () => {
    const words = GLOSSARY.map(({ word }) => word.toLowerCase());
    expect(new Set(words).size).toBe(words.length);
    const ids = GLOSSARY.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names no standard that its page does not introduce', () => {
    for (const { standard } of GLOSSARY) {
      if (standard === undefined) continue;
      expect(GLOSSARY_STANDARDS.some((known) => standard.startsWith(known))).toBe(true);
    }
  });
});
