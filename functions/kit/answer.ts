// What an operation answers when its content alone does not say everything.

export interface AnswerExtras {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whole Set-Cookie values. */
  readonly cookies?: readonly string[];
}

/** An answer with headers or cookies of its own. */
export class Answer<Content> {
  readonly content: Content;
  readonly extras: AnswerExtras;

  constructor(content: Content, extras: AnswerExtras = {}) {
    this.content = content;
    this.extras = extras;
  }
}
