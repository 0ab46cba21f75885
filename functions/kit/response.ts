// What an operation answers when its content alone does not say everything.

export interface AnswerExtras {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whole Set-Cookie values. */
  readonly cookies?: readonly string[];
  /** The client has the newest version already: the content is left out. */
  readonly isUnchanged?: boolean;
}

/** An answer with more to it than its content. */
export class Answer<Content> {
  readonly content: Content;
  readonly extras: AnswerExtras;

  constructor(content: Content, extras: AnswerExtras = {}) {
    this.content = content;
    this.extras = extras;
  }
}
