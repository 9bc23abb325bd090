/** The numbers of the first rows are said, so that somebody can look at them. */
const NUMBERS_SAID = 3;

/** How many rows something happened in, and in which first. */
export class RowCount {
  count = 0;
  readonly first: number[] = [];

  static of(other: RowCount): RowCount {
    const copy = new RowCount();
    copy.addAll(other);
    return copy;
  }

  add(number: number, rows = 1): void {
    this.count += rows;
    if (this.first.length < NUMBERS_SAID) this.first.push(number);
  }

  addAll({ count, first }: Pick<RowCount, 'count' | 'first'>): void {
    this.count += count;
    this.first.push(...first);
    this.first.sort((a, b) => a - b);
    this.first.splice(NUMBERS_SAID);
  }
}
