// Preloaded into a build by `npm run bench:scale`: leaves what each of its processes took.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const { SPENT_FOLDER } = process.env;
if (SPENT_FOLDER !== undefined) {
  process.once('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const spent = {
      kilobytes: maxRSS,
      processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
    };
    writeFileSync(path.join(SPENT_FOLDER, `${process.pid}.json`), JSON.stringify(spent));
  });
}
