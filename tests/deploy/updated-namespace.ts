/** Where the functions of updated-app.ts send their metrics. */
export const updatedNamespace = 'astromedia-updated';
