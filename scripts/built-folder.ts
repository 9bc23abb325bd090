import { existsSync, renameSync, rmSync } from 'node:fs';

/** The finished site, as Astro's configuration names it. */
export const SITE = 'dist';

/** Where a build writes until all of it is there. */
export const DRAFT_SITE = '.dist-draft';

const FORMER_SITE = '.dist-former';

/** Makes room for a build; puts the finished site back where a stopped build has left none. */
export function beginBuild(): void {
  rmSync(DRAFT_SITE, { recursive: true, force: true });
  if (!existsSync(SITE) && existsSync(FORMER_SITE)) renameSync(FORMER_SITE, SITE);
}

/** Puts a finished build in the place of the one before; false where there is none: the finished site stays as it was. */
export function takeBuild(): boolean {
  if (!existsSync(DRAFT_SITE)) return false;
  rmSync(FORMER_SITE, { recursive: true, force: true });
  if (existsSync(SITE)) renameSync(SITE, FORMER_SITE);
  renameSync(DRAFT_SITE, SITE);
  rmSync(FORMER_SITE, { recursive: true, force: true });
  return true;
}

/** Forgets a build that failed; the finished site stays as it was. */
export function giveUpBuild(): void {
  rmSync(DRAFT_SITE, { recursive: true, force: true });
}
