// The one function that is used of X's own library (its types exist for the whole package only).
declare module '@ambassify/twitter-text/dist/parseTweet.js' {
  const parseTweet: (text: string) => { readonly weightedLength: number };
  export default parseTweet;
}
