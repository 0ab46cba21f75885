// Speaks the reader's language and says whether the API answers.
const health = document.querySelector('.health');
const languageButtons = [...document.querySelectorAll('[data-language]')];

for (const button of languageButtons) button.addEventListener('click', () => speak(button.dataset.language));
document.querySelector('.again').addEventListener('click', askHealth);
speak(navigator.language.startsWith('fr') ? 'fr' : 'en');
askHealth();

function speak(language) {
  document.documentElement.lang = language;
  for (const button of languageButtons)
    button.setAttribute('aria-pressed', String(button.dataset.language === language));
}

async function askHealth() {
  health.dataset.state = 'asking';
  try {
    const answer = await fetch('/api/v1/health', { signal: AbortSignal.timeout(8000) });
    const { status, version } = await answer.json();
    if (status !== 'ok') throw new Error(`The API is ${status}`);
    document.querySelector('.version').textContent = `AstroMedia ${version}`;
    health.dataset.state = 'answers';
  } catch {
    health.dataset.state = 'silent';
  }
}
