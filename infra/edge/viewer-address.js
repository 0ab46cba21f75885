// Runs at the edge before a request goes to the API: says whose it is. Whatever a client wrote there itself is replaced.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name
function handler(event) {
  event.request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return event.request;
}
