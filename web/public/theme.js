// Before the first paint, so that nobody who chose dark sees a white flash.
(() => {
  const root = document.documentElement;
  const kept = (name) => {
    try {
      return localStorage.getItem(`astromedia.${name}`);
    } catch {
      return null; // a browser that keeps nothing has no choice to restore
    }
  };
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = kept('theme') ?? (dark ? 'dark' : 'light');
  root.lang = kept('language') ?? (navigator.language.startsWith('fr') ? 'fr' : 'en');
})();
