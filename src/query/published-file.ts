import type { Method } from '../estimation/method.ts';
import type { EstimationInputs } from '../library/estimation-inputs.ts';
import type { GridTables } from '../library/grid-site.ts';
import type { ModelNames } from '../library/model-names.ts';
import type { ColumnValues } from '../published/index-columns.ts';
import type { ModelJson } from '../published/model-json.ts';
import type { ReportSubjects } from '../published/report/current-reports.ts';
import type { RequestsJson } from '../published/requests-json.ts';
import { sitePath } from '../ui/link/site-path.ts';

/** The published files that pages read, by their paths, with what each holds. */
interface PublishedFiles {
  '/api/v1/estimation-inputs.json': EstimationInputs;
  '/api/v1/grid-intensity.json': Pick<GridTables, 'zones'>;
  '/api/v1/index-columns.json': { models: Record<string, ColumnValues> };
  '/api/v1/method.json': { method: Method };
  '/api/v1/model-names.json': ModelNames;
  '/api/v1/off-site-water.json': GridTables['offSiteWater'];
  '/api/v1/report-subjects.json': ReportSubjects;
  '/api/v1/requests.json': RequestsJson;
  [model: `/api/v1/models/${string}.json`]: ModelJson;
}

/** A published file that could not be read. Its message names the file and the cause. */
export class UnreadFile extends Error {
  /** What the server answered; undefined where it answered nothing, or no JSON. */
  readonly status: number | undefined;

  constructor(path: string, cause: string, status?: number) {
    super(`${path} could not be read (${cause})`);
    this.status = status;
  }
}

/** How long after a failure a file is asked for a second time. */
const AGAIN_AFTER_MILLISECONDS = 400;

const texts = new Map<string, Promise<string>>();

/**
 * What one published file of this site holds. It is fetched once and kept. A failure that may pass (no
 * answer, an answer cut short, the server's own fault) is tried once more, and is forgotten then, so
 * that the next call begins anew. Rejects with UnreadFile.
 */
export async function publishedFile<Path extends keyof PublishedFiles>(
  path: Path,
): Promise<PublishedFiles[Path]> {
  const text = await kept(path);
  try {
    return JSON.parse(text);
  } catch {
    texts.delete(path);
    throw new UnreadFile(path, 'no JSON');
  }
}

function kept(path: string): Promise<string> {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const text = fetchText(path).catch(async (error: unknown) => {
    if (!mayPass(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MILLISECONDS));
    return fetchText(path);
  });
  texts.set(path, text);
  text.catch(() => texts.delete(path));
  return text;
}

async function fetchText(path: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(sitePath(encodeURI(path)));
  } catch {
    throw new UnreadFile(path, 'no answer');
  }
  if (!response.ok) throw new UnreadFile(path, `answer ${response.status}`, response.status);
  return response.text().catch(() => {
    throw new UnreadFile(path, 'an answer cut short');
  });
}

function mayPass(error: unknown): boolean {
  return error instanceof UnreadFile && (error.status === undefined || error.status >= 500);
}
