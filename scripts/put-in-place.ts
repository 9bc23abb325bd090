import { finishWritingTogether } from '../src/catalog/write-together.ts';

/** Lets the drafts of a folder that are all there take their places: a step of its own, for `pull`. */
const [, , folder] = process.argv;
if (folder !== undefined) finishWritingTogether(folder);
