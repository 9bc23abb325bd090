/** The models that the filters of a table leave, for whoever chooses among them. */
export class CandidatesChanged extends Event {
  static readonly type = 'candidateschanged';
  /** The last that was said, for who listens later. */
  static latest: CandidatesChanged | undefined;
  readonly ids: readonly string[];
  /** Whether they are those of the page as it was served. */
  readonly isAsServed: boolean;

  constructor(ids: readonly string[], isAsServed: boolean) {
    super(CandidatesChanged.type);
    this.ids = ids;
    this.isAsServed = isAsServed;
  }
}
