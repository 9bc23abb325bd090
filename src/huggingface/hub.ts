import { HubApiError, modelInfo } from '@huggingface/hub';
import { parse } from 'yaml';
import * as z from 'zod';
import { createClient, type Limits } from '../openrouter/client.ts';
import { plainText } from '../openrouter/plain-text.ts';
import { messageOf, NothingThere, Refused } from '../openrouter/refused.ts';
import { readLoosely } from './read-loosely.ts';

export const HUB_ADDRESS = 'https://huggingface.co';

/** What the Hub's API says of a repository, as far as it is read. */
const HubAnswer = z.looseObject({
  /** Numbers in the weight files by their type; packed ones are counted as stored, or as what they hold. */
  safetensors: z
    .looseObject({ parameters: z.record(z.string(), z.number().nonnegative()).nullish() })
    .nullish(),
  /** The head of the model card, as its authors wrote it. */
  cardData: z.looseObject({ co2_eq_emissions: z.unknown().optional() }).nullish(),
});

export interface HubModel extends z.infer<typeof HubAnswer> {
  /** Fields of another form, a line each. */
  leftOut?: readonly string[];
}

export interface Hub {
  /** Throws Refused; NothingThere where the repository is missing, gated or private. */
  model(id: string): Promise<HubModel>;
  /** The repository's config.json. Throws as `model` does. */
  config(id: string): Promise<unknown>;
}

/** Answers that say something of one repository alone; without a token, missing ones are refused too. */
const ABOUT_ONE: ReadonlyMap<number, string> = new Map([
  [401, 'gated, private or missing (401)'],
  [403, 'gated or private (403)'],
  [404, 'missing (404)'],
  [410, 'gone (410)'],
]);

/** Hugging Face's Hub. A token reads gated repositories too; throws Refused where it is none. */
export function createHub(baseUrl: URL, limits: Limits, accessToken?: string): Hub {
  if (accessToken !== undefined && !/^hf_[\x21-\x7e]+$/.test(accessToken)) {
    throw new Refused('HF_TOKEN', 'expected a token that begins with hf_ (it is not shown here)');
  }
  const client = createClient(baseUrl, limits, { followsRedirects: true });
  const site = `${baseUrl.origin}${baseUrl.pathname.replace(/\/+$/, '')}`;
  const authorization = accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` };
  return {
    async model(id) {
      const address = `${site}/${id}`;
      try {
        const { name, ...said } = await modelInfo({
          name: id,
          hubUrl: site,
          additionalFields: ['safetensors', 'cardData'],
          fetch: client.fetch,
          ...(accessToken !== undefined && { accessToken }),
        });
        // A repository that was renamed answers under its new name.
        if (typeof name === 'string' && name.toLowerCase() !== id.toLowerCase()) {
          throw new NothingThere(
            address,
            `the answer is about ${plainText(name)}: was it renamed?`,
          );
        }
        const read = readLoosely(HubAnswer, said);
        if (read === undefined) throw new Refused(address, 'the answer is not as expected');
        return { ...read.value, leftOut: read.leftOut };
      } catch (error) {
        throw error instanceof HubApiError
          ? refusal(address, error.statusCode)
          : asRefused(address, error);
      }
    },
    async config(id) {
      const address = `${site}/${id}/resolve/main/config.json`;
      const response = await client.fetch(address, { headers: authorization });
      if (!response.ok) throw refusal(address, response.status);
      try {
        return jsonOf(await response.text());
      } catch (error) {
        throw asRefused(address, error);
      }
    },
  };
}

function refusal(address: string, status: number): Refused {
  const aboutOne = ABOUT_ONE.get(status);
  return aboutOne === undefined
    ? new Refused(address, `answered ${status}; expected 200. Try again later.`)
    : new NothingThere(address, aboutOne);
}

function asRefused(address: string, error: unknown): Refused {
  return error instanceof Refused
    ? error
    : new Refused(address, `the answer cannot be read (${plainText(messageOf(error))})`);
}

/** JSON as Python writes it too: with Infinity and NaN, which a YAML reader takes for words. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/\b(?:Infinity|NaN)\b/.test(text)) throw error;
    return parse(text);
  }
}
