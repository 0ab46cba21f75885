/** Every address of the HTTP API begins with it. */
export const apiPrefix = '/api/v1';

/** The partner API's stage is the first part of its address, on every host it is reached by. */
export const partnerStage = 'partner';
export const partnerVersion = 'v1';
export const partnerPrefix = `/${partnerStage}/${partnerVersion}`;
