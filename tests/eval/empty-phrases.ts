// Phrases that say nothing and are found in every campaign. A text that holds one is counted, not forbidden.
import type { Language } from '../../shared/contracts/language.ts';

export const emptyPhrases: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    "n'hésitez pas à", 'plongez dans', 'laissez-vous séduire', 'au cœur de', 'expérience unique', 'expérience inoubliable', "bien plus qu'un", 'dans un monde où',
    "à l'ère du numérique", "à l'heure où", 'clé en main', 'solution innovante', 'sur mesure', 'à la pointe de', 'révolutionnaire', 'incontournable', 'le meilleur de',
    'faites la différence', 'vitesse supérieure', 'boostez', 'libérez votre potentiel', 'sublimez', 'réinventez', "savoir-faire d'exception", "l'excellence au service de",
    'satisfaction garantie', 'équipe passionnée', 'à votre écoute', 'depuis toujours', 'acteur majeur', 'leader de', 'fiers de', "ravis d'annoncer", "vous l'aurez compris",
    'il est important de noter', 'force est de constater', 'à ne pas manquer', 'offre exceptionnelle', 'dépêchez-vous', 'change la donne', 'gagnant-gagnant', 'synergie',
    'valeur ajoutée', 'sans compromis', 'en toute simplicité', 'en toute sérénité', "en un clin d'œil", "rejoignez l'aventure", "l'avenir commence ici",
  ],
  en: [
    'unlock your potential', 'unleash', 'elevate', 'next level', 'game-changer', 'cutting-edge', 'state-of-the-art', 'next-generation', 'world-class', 'best-in-class',
    'industry-leading', 'one-stop shop', 'seamless', 'effortless', 'innovative solution', 'tailored to your needs', 'look no further', 'dive in', 'embark on a journey',
    'fast-paced world', 'digital age', 'in a world where', 'more than just a', "it's not about", 'say goodbye to', 'like never before', 'endless possibilities', 'at the heart of',
    'passionate about', 'pride ourselves', 'thrilled to announce', "don't hesitate", "don't miss out", 'act now', 'limited time only', 'hurry', 'once-in-a-lifetime',
    'unforgettable', 'unparalleled', 'second to none', 'ultimate guide', 'must-have', 'transform your life', 'revolutionize', 'supercharge', 'synergy', 'win-win',
    'holistic approach', 'trusted partner', 'every little helps', 'join the movement', 'the future is here',
  ],
}; // biome-ignore format: lists
