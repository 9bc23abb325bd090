import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CSL } from '@citation-js/core';
import type { CitationTexts } from './citation-text.ts';

/** What the thread answers: the texts, or why there are none. */
export type WrittenCitation = { texts: CitationTexts } | { error: unknown };

/** Loaded by its place in the project: a bundle of this file stands elsewhere. */
const THREAD_FILE = path.resolve('src/citation/citation-thread.ts');

/** Who waits for the thread, which answers in order. */
const waiting: PromiseWithResolvers<CitationTexts>[] = [];

let thread: Worker | undefined;

/**
 * A citation as APA text, BibTeX and CSL-JSON. The styles take some milliseconds, and every page of a model has
 * one: a thread of its own writes them while pages are made. Rejects with what `citationTexts` throws.
 */
export function writtenCitation(item: CSL): Promise<CitationTexts> {
  thread ??= begun();
  const citation = Promise.withResolvers<CitationTexts>();
  waiting.push(citation);
  // It keeps the build waiting only while somebody waits for it.
  thread.ref();
  thread.postMessage(item);
  return citation.promise;
}

function begun(): Worker {
  const worker = new Worker(THREAD_FILE);
  worker.on('message', (written: WrittenCitation) => {
    const citation = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if ('texts' in written) citation?.resolve(written.texts);
    else citation?.reject(written.error);
  });
  worker.on('error', (error) => {
    thread = undefined;
    for (const citation of waiting.splice(0)) citation.reject(error);
  });
  return worker;
}
