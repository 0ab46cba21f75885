// English sector banks for services and causes.
import type { SectorBank } from './sector-bank.ts';

const finance: SectorBank = {
  field: 'finance and insurance',
  desire: 'decide with confidence and without bad surprises',
  doubt: 'distrust of hidden fees and technical language',
  proofs: ['prices in plain sight', 'explanations without jargon', 'a person who answers', 'the regulatory framework'],
  trends: [
    'People compare online before any contact, and clear fees make the difference.',
    'Short educational content builds trust before the sale.',
    'Signing up in a few steps is expected, with a human within reach in case of doubt.',
  ],
  season: 'Year end, tax season and September trigger decisions; between them, teaching keeps the relationship alive.',
  rivals: [
    ['The historic institution', 'Solidity and a network of branches.', 'Reputation.', 'Slow procedures.'],
    ['The digital-only player', 'Speed and reduced fees.', 'The mobile experience.', 'Little human support.'],
    ['The comparison site', 'Instant competition.', 'Visibility.', 'Advice limited to price.'],
  ],
  keywords: [
    ['compare fees', 'commercial', 50],
    ['understand your contract', 'informational', 37],
    ['clear financial advice', 'commercial', 46],
    ['planning a life project', 'informational', 34],
    ['online simulation', 'transactional', 49],
    ['questions before signing', 'informational', 28],
    ['protect your family', 'informational', 45],
  ],
  advice: [
    [
      'Ask for the total cost',
      'A rate or a monthly payment is not enough. The full cost over the whole period, fees and options included, lets you compare two offers honestly.',
    ],
    [
      'Have it rephrased',
      'An adviser who can explain a product in three simple sentences knows it. If something stays unclear, clear it up before you sign, not after.',
    ],
    [
      'Start from the project',
      'A horizon, an amount, a degree of caution: these three markers keep you from choosing a product because it is fashionable.',
    ],
    [
      'Review once a year',
      'Situations change and contracts do too. One hour a year is often enough to drop a useless cover or add one that is missing.',
    ],
  ],
  scenes: [
    'a kitchen table, papers, a sigh of relief',
    'a clear screen with one readable figure',
    'a handshake in a bright office',
  ],
  tags: ['Finance', 'Advice', 'Planning'],
  questions: ['What does an offer really cost?', 'What if contracts could be read?'],
};

const education: SectorBank = {
  field: 'training and education',
  desire: 'learn something useful and see their progress',
  doubt: 'the fear of losing time on a programme that stays theoretical',
  proofs: ['the detailed programme', 'the teachers’ background', 'a sample lesson', 'where former students went'],
  trends: [
    'Short, modular formats fit busy schedules better.',
    'Practice and individual feedback are becoming basic expectations.',
    'A free sample lesson convinces more than a brochure.',
  ],
  season: 'Decisions are made before September and in January; open days structure the calendar.',
  rivals: [
    ['The renowned school', 'Prestige and a diploma.', 'Recognition.', 'Little flexibility.'],
    ['The online course platform', 'A vast catalogue on demand.', 'Price and choice.', 'Weak support.'],
    ['Free content', 'Immediate access.', 'No cost.', 'No path and no feedback.'],
  ],
  keywords: [
    ['learn at your own pace', 'commercial', 46],
    ['detailed course programme', 'commercial', 33],
    ['free sample lesson', 'transactional', 30],
    ['career change', 'informational', 58],
    ['learning by doing', 'informational', 39],
    ['funding your training', 'informational', 48],
    ['how to choose a course', 'informational', 42],
  ],
  advice: [
    [
      'Read the programme line by line',
      'A good programme says what you will be able to do at the end of each module. Verbs, exercises and deliverables tell more than titles.',
    ],
    [
      'Sit in on a lesson',
      'Even a short extract shows the pace, the clarity and the room left for questions. There is no better way to know whether the method suits you.',
    ],
    [
      'Plan the real time',
      'Lesson hours are only part of the effort. Add practice and revision, and you will not commit to a rhythm you cannot hold.',
    ],
    [
      'Talk to former students',
      'Two conversations teach more than a page of reviews. Ask what was most useful and what was missing.',
    ],
  ],
  scenes: [
    'eyes that light up at a solved exercise',
    'a board covered with ideas',
    'two people reviewing a project side by side',
  ],
  tags: ['Learning', 'Skills', 'Education'],
  questions: ['What if learning fitted a normal week?', 'What will you be able to do?'],
};

const nonprofit: SectorBank = {
  field: 'giving and volunteering',
  desire: 'act usefully and see what their gesture changes',
  doubt: 'doubt about how donations are really used',
  proofs: [
    'a breakdown of how donations are used',
    'work in the field',
    'the words of volunteers',
    'published accounts',
  ],
  trends: [
    'People support a precise action more readily than a general cause.',
    'Loyalty depends on transparency about the use of donations.',
    'One-off volunteering attracts people who would not commit for a year.',
  ],
  season: 'Year end concentrates generosity; spring suits the recruitment of volunteers.',
  rivals: [
    ['The large organisation', 'Recognition and means.', 'Established trust.', 'Distance from the field.'],
    ['The online fundraiser', 'Urgency and emotion.', 'Virality.', 'No follow-up over time.'],
    ['The local association', 'Closeness.', 'Human ties.', 'Low visibility.'],
  ],
  keywords: [
    ['become a volunteer', 'transactional', 41],
    ['where donations go', 'informational', 32],
    ['regular giving', 'transactional', 46],
    ['local charity', 'commercial', 44],
    ['give your time', 'informational', 29],
    ['charity transparency', 'informational', 35],
    ['small actions that help', 'informational', 33],
  ],
  advice: [
    [
      'Choose a precise action',
      'Support a project with a place and a calendar and you can follow what becomes of it. The gesture gets a face, and carrying on comes more easily.',
    ],
    [
      'Look at the accounts',
      'A serious organisation publishes its income and how it is used. A few minutes of reading show what a donation pays for.',
    ],
    [
      'Give time',
      'Two hours of presence can be worth more than a cheque. Many one-off tasks ask for no special skill.',
    ],
    [
      'Talk about it',
      'A word between friends travels further than a poster. Tell simply what you saw or did and others will think of trying.',
    ],
  ],
  scenes: ['hands sorting donations', 'a smile exchanged in the field', 'a team of volunteers in the early morning'],
  tags: ['Solidarity', 'Volunteering', 'TogetherWeAct'],
  questions: ['What does one gesture change?', 'What if two hours were enough?'],
};

export const englishServices = { finance, education, nonprofit };
