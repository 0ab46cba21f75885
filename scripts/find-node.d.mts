/** Path of the Node to run the project with; the second argument stands in for facts of this process. */
export declare const findNode: (
  root: string,
  facts?: { platform?: string; version?: string; running?: string },
) => string;
