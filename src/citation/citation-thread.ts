import { parentPort } from 'node:worker_threads';
import type { CSL } from '@citation-js/core';
import { citationTexts } from './citation-text.ts';
import type { WrittenCitation } from './written-citation.ts';

/** Runs in a thread of its own: writes each citation that it is sent, in order. */
parentPort?.on('message', (item: CSL) => parentPort?.postMessage(written(item)));

function written(item: CSL): WrittenCitation {
  try {
    return { texts: citationTexts(item) };
  } catch (error) {
    return { error };
  }
}
