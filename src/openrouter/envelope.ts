import { problemsOf } from '../catalog/problem.ts';
import { ModelId } from '../catalog/snapshot.ts';
import { ForeignEndpointAnswer, ForeignEnvelope } from './foreign.ts';
import type { AskedModel } from './openrouter-source.ts';
import { plainText } from './plain-text.ts';
import { messageOf, Refused } from './refused.ts';

const EXCERPT_CHARACTERS = 60;

/** One page of a list. */
export interface Page {
  records: unknown[];
  /** How many records the server says there are on all pages; older bodies do not say. */
  totalCount: number | undefined;
  /** Address of the next page, as the server wrote it. */
  next: string | undefined;
}

/** Reads a list's body. Throws Refused where it is not JSON or holds no `data` array. */
export function readPage(address: string, body: string): Page {
  const json = parseJson(address, body);
  const envelope = ForeignEnvelope.safeParse(json);
  if (!envelope.success) {
    const [problem] = problemsOf(address, json, envelope.error, 0);
    throw new Refused(
      address,
      `expected {"data": [...]}; at ${problem?.field || 'the top'}: ${plainText(problem?.message ?? '')}`,
    );
  }
  const { data, total_count: totalCount, links } = envelope.data;
  return { records: data, totalCount: totalCount ?? undefined, next: links?.next ?? undefined };
}

/** The endpoint records of the answer about `model`. Throws Refused, where it is about another too. */
export function readEndpointAnswer(address: string, body: string, model: AskedModel): unknown[] {
  const answer = ForeignEndpointAnswer.safeParse(parseJson(address, body));
  if (!answer.success) {
    throw new Refused(address, 'expected {"data": {"endpoints": [...]}}; found something else');
  }
  const { id, endpoints } = answer.data.data;
  // A name of another kind says nothing of which model it means.
  if (ModelId.safeParse(id).success && !isAbout(String(id), model)) {
    throw new Refused(
      address,
      `the answer is about ${JSON.stringify(id)}; expected one about ${model.id}`,
    );
  }
  return endpoints;
}

/** Whether an answer's id names the model: by its id or its permanent name, with or without a variant. */
function isAbout(id: string, { id: asked, canonicalSlug }: AskedModel): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/:.*$/, '');
  return [asked, canonicalSlug].some((name) => plain(name) === plain(id));
}

/** A list ten times as long as any known. */
export const MOST_RECORDS = 20_000;

/** Throws Refused where a whole list is empty, shorter than the server said it is, or beyond measure. */
export function refuseWrongLength(
  address: string,
  found: number,
  totalCount: number | undefined,
): void {
  if (found === 0) {
    throw new Refused(address, 'the list is empty; expected at least one record');
  }
  if (found > MOST_RECORDS) {
    throw new Refused(address, `the list holds more than ${MOST_RECORDS} records; expected fewer`);
  }
  if (totalCount !== undefined && found < totalCount) {
    throw new Refused(
      address,
      `the list holds ${found} records and says that there are ${totalCount} (total_count); expected all of them. Try again later.`,
    );
  }
}

function parseJson(address: string, body: string): unknown {
  const begin = plainText(body, EXCERPT_CHARACTERS);
  if (begin === '') {
    throw new Refused(address, 'the body is empty; expected JSON. Try again later.');
  }
  if (begin.startsWith('<')) {
    throw new Refused(
      address,
      `the body is HTML, it begins ${JSON.stringify(begin)}; expected JSON. The address may be wrong, or a gateway answers in the API's place.`,
    );
  }
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Refused(
      address,
      `the body is not whole JSON (${plainText(messageOf(error))}; ${body.length} characters). It may have been cut off: try again later.`,
    );
  }
}
