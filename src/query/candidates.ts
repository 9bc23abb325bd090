/** The models that the filters of a table leave, for whoever chooses among them. */
export class CandidatesChanged extends Event {
  static readonly type = 'candidateschanged';
  /** The last that was said, for who listens later. */
  static latest: CandidatesChanged | undefined;
  readonly ids: readonly string[];
  /** Whether they are those of the page as it was served. */
  readonly isAsServed: boolean;
  /** The rows of all models, whether they stand on the page or not. */
  readonly rows: readonly HTMLElement[];

  constructor(ids: readonly string[], isAsServed: boolean, rows: readonly HTMLElement[]) {
    super(CandidatesChanged.type);
    this.ids = ids;
    this.isAsServed = isAsServed;
    this.rows = rows;
  }
}
