// What a person is asked when something in the brief could not be read, or only in more than one way.

import type { BriefReading, ReadFrom } from '../../contracts/brief-reading.ts';
import type { Language } from '../../contracts/language.ts';

export type Question = BriefReading['notUnderstood'][number];
export type About = Question['about'];

/** A question before it is put into words. */
export interface Doubt {
  readonly about: About;
  readonly from: ReadFrom;
  readonly kind: keyof typeof wordings;
  /** What the wording speaks of: words of the brief, days. */
  readonly parts?: readonly string[];
}

type Wording = (...parts: readonly string[]) => string;

const wordings = {
  'impossible-day': {
    fr: (written) => `« ${written} » n’existe pas au calendrier : quel jour voulez-vous dire ?`,
    en: (written) => `"${written}" is not in the calendar: which day do you mean?`,
  },
  'wrong-weekday': {
    fr: (written, day) => `« ${written} » : le ${day} est un autre jour de la semaine. Lequel des deux est juste ?`,
    en: (written, day) => `"${written}": ${day} falls on another weekday. Which of the two is right?`,
  },
  'two-fridays': {
    fr: (written, first, second) => `« ${written} » : le ${first} ou le ${second} ? Écrivez la date.`,
    en: (written, first, second) => `"${written}": ${first} or ${second}? Write the date.`,
  },
  'month-or-day-first': {
    fr: (written, first, second) => `« ${written} » : le ${first} ou le ${second} ? Écrivez le mois en lettres.`,
    en: (written, first, second) => `"${written}": ${first} or ${second}? Write the month as a word.`,
  },
  'no-date': {
    fr: (written) => `« ${written} » ne donne pas de date : quel jour au plus tard ?`,
    en: (written) => `"${written}" gives no date: which day at the latest?`,
  },
  'needs-place': {
    fr: (written) => `« ${written} » dépend du pays ou de la zone : du quel au quel jour ?`,
    en: (written) => `"${written}" depends on the country or zone: from which day to which day?`,
  },
  'needs-event': {
    fr: (written) => `« ${written} » se compte à partir d’un événement : quelle est sa date ?`,
    en: (written) => `"${written}" counts from an event: what is its date?`,
  },
  approximate: {
    fr: (written, first, last) =>
      `« ${written} » a été lu comme ${first} – ${last}, à peu près. Faut-il d’autres dates ?`,
    en: (written, first, last) => `"${written}" was read as about ${first} – ${last}. Should it be other dates?`,
  },
  'just-past': {
    fr: (written, day) => `« ${written} » vient de passer ; il a été lu comme le ${day}. Est-ce l’année voulue ?`,
    en: (written, day) => `"${written}" has just passed; it was read as ${day}. Is that the year you mean?`,
  },
  'in-the-past': {
    fr: (written, day) => `« ${written} » : le ${day} est déjà passé. Quelle est la bonne date ?`,
    en: (written, day) => `"${written}": ${day} is already past. Which date is right?`,
  },
  'end-before-start': {
    fr: (start, end) => `La fin (${end}) tombe avant le début (${start}) : quelles sont les bonnes dates ?`,
    en: (start, end) => `The end (${end}) comes before the start (${start}): which dates are right?`,
  },
  'two-deadlines': {
    fr: (first, second) =>
      `Deux échéances différentes, ${first} et ${second} : la première a été retenue. Laquelle compte ?`,
    en: (first, second) => `Two different deadlines, ${first} and ${second}: the first was kept. Which one counts?`,
  },
  'deadline-cuts': {
    fr: (written, end, deadline) =>
      `« ${written} » irait jusqu’au ${end}, mais l’échéance est le ${deadline} : la campagne s’arrête à l’échéance. Est-ce voulu ?`,
    en: (written, end, deadline) =>
      `"${written}" would run to ${end}, but the deadline is ${deadline}: the campaign stops at the deadline. Is that intended?`,
  },
  'too-late': {
    fr: (label, day) =>
      `${label} : le ${day}, c’est tout de suite. Il reste à peine le temps de publier ; faut-il viser plus tard ?`,
    en: (label, day) => `${label}: ${day} is right away. There is hardly time to publish; should the aim be later?`,
  },
  'delivery-before': {
    fr: (label, day) =>
      `« ${label} » : pour des livraisons, la dernière relance a été placée au ${day}. Quelle est la date limite de votre transporteur ?`,
    en: (label, day) =>
      `"${label}": for goods that are delivered, the last push was placed on ${day}. What is your carrier’s last day?`,
  },
  'no-duration': {
    fr: (written, end) =>
      `« ${written} » n’est pas une durée lisible : quatre semaines ont été comptées, jusqu’au ${end}. Quelle durée faut-il ?`,
    en: (written, end) =>
      `"${written}" is no duration that can be read: four weeks were counted, until ${end}. How long should it run?`,
  },
  'goal-unreadable': {
    fr: (written) =>
      `Que doivent faire les gens après avoir vu la campagne (acheter, s’abonner, réserver, venir…) ? « ${written} » ne le dit pas ; la notoriété a été retenue.`,
    en: (written) =>
      `What shall people do after they met the campaign (buy, subscribe, book, visit…)? "${written}" does not say; awareness was assumed.`,
  },
  'objective-open': {
    fr: (written) =>
      `« ${written} » reste une question : rien n’en a été retenu comme objectif. Qu’est-ce qui a été décidé ?`,
    en: (written) => `"${written}" is left open: nothing of it was taken as fixed. What was decided?`,
  },
  'target-rate': {
    fr: (written, count, first, last) =>
      `« ${written} » : ${count} en tout ont été comptés, du ${first} au ${last}. Est-ce bien l’objectif ?`,
    en: (written, count, first, last) =>
      `"${written}" was counted as ${count} in all, from ${first} to ${last}. Is that the target?`,
  },
  notice: {
    fr: (written) =>
      `« ${written} » est un avis de sécurité, pas une réclame : faites écrire ou relire chaque texte par une personne. Que doivent faire les gens, exactement ?`,
    en: (written) =>
      `"${written}" is a safety notice, not advertising: have a person write or read every text. What exactly shall people do?`,
  },
  'objective-too-short': {
    fr: (written) => `« ${written} » : quoi, à qui et combien ? Une phrase suffit.`,
    en: (written) => `"${written}": what, to whom and how much? One sentence is enough.`,
  },
  'offer-unknown': {
    fr: (assumed) => `Qu’est-ce qui est proposé exactement ? Faute de mieux, « ${assumed} » a été retenu.`,
    en: (assumed) => `What exactly is offered? For want of better, "${assumed}" was assumed.`,
  },
  'country-unknown': {
    fr: () => 'Dans quel pays vit ce public ? Les heures, les jours fériés et les prix de la publicité en dépendent.',
    en: () => 'In which country do these people live? Hours, holidays and advertising prices depend on it.',
  },
  'audience-unreadable': {
    fr: (written) => `« ${written} » ne désigne personne en particulier : à qui s’adresse la campagne ?`,
    en: (written) => `"${written}" names nobody in particular: whom is the campaign for?`,
  },
  'website-unreadable': {
    fr: (written) =>
      `« ${written} » n’est pas l’adresse d’un site : les publications n’auront pas de lien. Quelle est l’adresse ?`,
    en: (written) => `"${written}" is not the address of a website: posts will carry no link. What is the address?`,
  },
  'no-budget': {
    fr: () => 'Le budget est de 0 : rien n’est acheté, et aucune prévision payante n’est faite. Est-ce voulu ?',
    en: () => 'The budget is 0: nothing is bought and no paid forecast is made. Is that intended?',
  },
  'two-voices': {
    fr: () =>
      'Le brief demande à la fois le tutoiement et le vouvoiement : le vouvoiement a été retenu. Lequel faut-il ?',
    en: () => 'The brief asks for both "tu" and "vous": "vous" was kept. Which one shall it be?',
  },
  'institutional-tone': {
    fr: (written) => `« ${written} » : faut-il vouvoyer ? Le vouvoiement a été retenu.`,
    en: (written) => `"${written}": shall readers be addressed as "vous"? "vous" was kept.`,
  },
  'ban-without-rule': {
    fr: (written) =>
      `« ${written} » n’est pas publié, mais aucune règle ne sait le vérifier : quels mots faut-il éviter, ou écrire ?`,
    en: (written) =>
      `"${written}" is not published, but no rule can check it: which words must be avoided, or written?`,
  },
  'banned-in-name': {
    fr: (word, name) => `« ${word} » ne doit pas être dit, mais figure dans « ${name} » : faut-il garder le nom ?`,
    en: (word, name) => `"${word}" must not be said, yet stands in "${name}": is the name to be kept?`,
  },
  'other-language': {
    fr: () =>
      'Le brief semble écrit en anglais, la campagne sera en français. Est-ce voulu ? Les mots repris du brief resteront en anglais.',
    en: () =>
      'The brief seems to be written in French, the campaign will be in English. Is that intended? Words taken from the brief stay French.',
  },
} as const satisfies Record<string, Record<Language, Wording>>;

const LONGEST_QUESTION = 300;
const LONGEST_PART = 90;

/** Never in the middle of a word. */
const shortened = (part: string): string =>
  part.length <= LONGEST_PART ? part : `${part.slice(0, LONGEST_PART).replace(/[\s,;:.]+\S*$/u, '')}…`;

/** The question in the language of the campaign. Days are written out, so that nobody mistakes month and day. */
export function ask({ about, from, kind, parts = [] }: Doubt, language: Language): Question {
  const words = parts.map((part) => (/^\d{4}-\d{2}-\d{2}$/u.test(part) ? spokenDay(part, language) : shortened(part)));
  const wording: Wording = wordings[kind][language];
  return { about, from, question: wording(...words).slice(0, LONGEST_QUESTION) };
}

export const spokenDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );
