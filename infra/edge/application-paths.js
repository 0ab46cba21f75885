// Runs at CloudFront for every request that is not for the API: an address of the application is answered with its page, a file with itself.
// An error page would do the same for missing files, but for the API's 403 and 404 too.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls the function with this name.
function handler(event) {
  const request = event.request;
  const lastSegment = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (!lastSegment.includes('.')) request.uri = '/index.html';
  return request;
}
