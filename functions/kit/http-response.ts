// The response of an operation that needs more than its content: headers, cookies.

export interface ResponseExtras {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whole Set-Cookie values. */
  readonly cookies?: readonly string[];
  /** The client has the newest version already: the content is left out. */
  readonly isUnchanged?: boolean;
}

/** The content of a response, with the headers and cookies it needs. */
export class HttpResponse<Content> {
  readonly content: Content;
  readonly extras: ResponseExtras;

  constructor(content: Content, extras: ResponseExtras = {}) {
    this.content = content;
    this.extras = extras;
  }
}
