// English sector banks for places to stay and to live in.
import type { SectorBank } from './sector-bank.ts';

const travel: SectorBank = {
  field: 'travel and hospitality',
  desire: 'have a stay unlike any other',
  doubt: 'the fear of a gap between the photos and reality',
  proofs: ['unretouched pictures of the place', 'the welcome', 'addresses the team recommends', 'cancellation terms'],
  trends: [
    'Short, nearby breaks are decided late, often on a phone.',
    'Insider advice is worth more than lists of must-sees.',
    'Flexible cancellation weighs heavily at booking time.',
  ],
  season: 'School holidays and long weekends shape demand; low season fills up with weekend ideas.',
  rivals: [
    ['The big booking platform', 'Choice and comparison.', 'Visibility.', 'No personality.'],
    ['The international chain', 'A level of service known in advance.', 'Loyalty.', 'A uniform experience.'],
    ['The private rental', 'The feeling of living there.', 'Price for space.', 'An uneven welcome.'],
  ],
  keywords: [
    ['weekend break ideas', 'informational', 57],
    ['low season stay', 'commercial', 34],
    ['local places to discover', 'informational', 38],
    ['book direct', 'transactional', 44],
    ['travel without flying', 'informational', 40],
    ['family getaway', 'commercial', 49],
    ['things to do nearby', 'informational', 52],
  ],
  advice: [
    [
      'Book direct',
      'A message to the place itself often brings the right room, a more flexible hour or a useful tip. The relationship begins before you arrive.',
    ],
    [
      'Choose one wish',
      'Nature, food, rest or culture: a good stay follows one main wish. The rest comes as a bonus and no day turns into a schedule.',
    ],
    [
      'Aim for the shoulder season',
      'A few days before or after the crowd, places find their calm again and teams have time. It is often the best moment to discover.',
    ],
    [
      'Ask for everyday addresses',
      'The best table is not always in a guide. Ask where the team eats, walks and shops, and other doors open.',
    ],
  ],
  scenes: [
    'a window opening onto the landscape',
    'a breakfast served without hurry',
    'a path, two silhouettes, evening light',
  ],
  tags: ['Travel', 'Getaway', 'Explore'],
  questions: ['What if a change of scene was close?', 'What will you remember of this stay?'],
};

const property: SectorBank = {
  field: 'property and homes',
  desire: 'picture themselves in a place and decide calmly',
  doubt: 'the dread of getting the biggest purchase of a lifetime wrong',
  proofs: ['knowledge of the neighbourhood', 'the steps of a project', 'detailed costs', 'work that can be visited'],
  trends: [
    'Energy performance now weighs from the first visit.',
    'Sober, complete video tours filter enquiries and save time.',
    'The neighbourhood counts as much as the home: schools, transport, local life.',
  ],
  season: 'Spring and early autumn concentrate projects; winter suits preparatory content.',
  rivals: [
    ['The national network', 'Visibility and the number of listings.', 'Recognition.', 'Uneven follow-up.'],
    ['The independent agent', 'Availability and lower fees.', 'Closeness.', 'Less reach.'],
    ['The private listing', 'No agency fee.', 'Price.', 'No legal security.'],
  ],
  keywords: [
    ['living in the neighbourhood', 'informational', 31],
    ['video tour', 'commercial', 35],
    ['prepare a property project', 'informational', 40],
    ['home valuation', 'transactional', 58],
    ['steps of buying a home', 'informational', 49],
    ['energy-efficient home', 'commercial', 47],
    ['questions to ask at a viewing', 'informational', 36],
  ],
  advice: [
    [
      'Cost the whole project',
      'Add fees, works, charges and local taxes to the price. A simple table, filled in before the first viewing, keeps enthusiasm in check.',
    ],
    [
      'Visit twice',
      'Go once in the morning and once at the end of the day: light, noise and neighbours differ. The second look often changes the decision.',
    ],
    [
      'Question the neighbourhood',
      'Shopkeepers and neighbours know what the listing leaves out. Ten minutes of conversation tell you about transport, projects and atmosphere.',
    ],
    [
      'Gather advisers early',
      'Funding, surveys, paperwork: bring the right people together from the start and your mind stays free when it is time to choose.',
    ],
  ],
  scenes: ['a key turning in a lock', 'an empty living room crossed by sunlight', 'a plan unfolded on a table'],
  tags: ['Property', 'Home', 'Neighbourhood'],
  questions: ['How do you know a place is right?', 'What if the street mattered as much?'],
};

export const englishPlaces = { travel, property };
