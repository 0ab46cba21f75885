/** Installs unless every package of the lockfile is there in its version. */
export declare const installWhenNeeded: (root: string, install?: (root: string) => Promise<void>) => Promise<void>;
/** Whether every package that the lockfile asks for is installed in its version. */
export declare const isInstalled: (root: string) => boolean;
