// English sector banks for what people eat and how they look after themselves.
import type { SectorBank } from './sector-bank.ts';

const food: SectorBank = {
  field: 'food and dining',
  desire: 'enjoy food made with care',
  doubt: 'the fear of paying craft prices for something ordinary',
  proofs: [
    'where the ingredients come from',
    'the hands behind each batch',
    'the time a recipe is given',
    'what regulars say',
  ],
  trends: [
    'Where ingredients come from has become a reason to choose, as long as the story is told simply.',
    'Ordering ahead is turning into a habit: it reassures buyers and limits waste.',
    'Footage of things being made, shot without staging, holds attention better than catalogue photos.',
  ],
  season: 'Holidays and weekends concentrate treat purchases: announce them two to three weeks ahead.',
  rivals: [
    [
      'The well-established chain',
      'Steady prices and many outlets.',
      'Presence and long opening hours.',
      'Little story and a standard taste.',
    ],
    [
      'The respected local maker',
      'Loyal regulars and word of mouth.',
      'Trust built over years.',
      'An irregular presence online.',
    ],
    [
      'The supermarket aisle',
      'Convenience: everything in one place.',
      'Price and parking.',
      'No link with the people who make the food.',
    ],
    ['The delivery app', 'Choice without leaving home.', 'Easy ordering.', 'Fees, and freshness that can disappoint.'],
  ],
  keywords: [
    ['handmade local food', 'commercial', 42],
    ['local speciality gift', 'transactional', 31],
    ['festive food ideas', 'informational', 44],
    ['order ahead online', 'transactional', 36],
    ['seasonal local ingredients', 'informational', 38],
    ['weekend brunch at home', 'informational', 40],
    ['low-waste food', 'informational', 33],
  ],
  advice: [
    [
      'Read the label before the window',
      'A short list of ingredients says more than a beautiful photo. When flour, butter or vegetables come from a named place, you can compare, ask questions and understand the price.',
    ],
    [
      'Pick the right moment',
      'Fresh food has its hour. Ask when it is made, reserve it for the day you want it and taste it without waiting: that often matters more than the recipe itself.',
    ],
    [
      'Order the right amount',
      'Ordering ahead prevents both disappointment and waste. It lets you plan a sensible portion for each guest and secure the limited batches that go first.',
    ],
    [
      'Taste together',
      'A speciality is meant to be shared. A small tasting with friends and a simple drink helps everyone tell flavours apart and remember what they truly like.',
    ],
  ],
  scenes: [
    'hands shaping dough in golden light',
    'something still warm being broken in two',
    'a shared table, crumbs and laughter off camera',
  ],
  tags: ['Handmade', 'LocalFood', 'FoodLovers'],
  questions: ['What if real luxury was taste?', 'What is it worth to know who made it?'],
};

const health: SectorBank = {
  field: 'health and care',
  desire: 'understand their options and feel supported',
  doubt: 'the worry of not being heard or of getting generic advice',
  proofs: [
    'the team’s qualifications',
    'what happens at a first appointment',
    'how privacy is protected',
    'how follow-up works',
  ],
  trends: [
    'Booking online has become second nature, and a complicated path makes people give up.',
    'Content that explains without alarming earns the public’s trust.',
    'Prevention is taking its place beside treatment in what people expect.',
  ],
  season: 'January and September are the months of good intentions; summer calls for prevention messages.',
  rivals: [
    [
      'The large care network',
      'A complete offer with many slots.',
      'Availability.',
      'Contact that can feel impersonal.',
    ],
    [
      'The respected independent',
      'A lasting relationship of trust.',
      'Recommendation.',
      'Waiting times and little information online.',
    ],
    ['The remote advice app', 'An immediate answer from home.', 'Speed.', 'No follow-up and no presence.'],
  ],
  keywords: [
    ['book an appointment online', 'transactional', 48],
    ['what to expect at a first appointment', 'informational', 27],
    ['personalised care', 'commercial', 43],
    ['everyday prevention', 'informational', 36],
    ['questions to ask a health professional', 'informational', 30],
    ['long-term follow-up', 'commercial', 32],
    ['balance and wellbeing', 'informational', 54],
  ],
  advice: [
    [
      'Prepare your questions',
      'Note what troubles you, since when and in which situations. The conversation becomes more precise, time is saved and nothing that matters is forgotten.',
    ],
    [
      'Check qualifications',
      'A serious professional is glad to present their training and how they work. You should find that information easily, before you book anything.',
    ],
    [
      'Ask for a clear follow-up',
      'Useful care plans what comes next: how often to meet, which signs to watch and whom to call. Knowing this from the start reassures everybody.',
    ],
    [
      'Distrust quick promises',
      'No serious approach guarantees a result by a given date. A measured explanation that takes your situation into account is worth more than a perfect slogan.',
    ],
  ],
  scenes: [
    'an attentive conversation in a bright room',
    'a hand writing advice in a notebook',
    'someone walking outdoors, at ease',
  ],
  tags: ['Health', 'Prevention', 'Wellbeing'],
  questions: ['What if listening came first?', 'What should you ask before you choose?'],
};

const sport: SectorBank = {
  field: 'sport and fitness',
  desire: 'progress at their own pace and keep wanting more',
  doubt: 'the fear of signing up and giving up a few weeks later',
  proofs: ['the coaching', 'the steps of a first session', 'the spirit of the group', 'progress told by members'],
  trends: [
    'Consistency is valued above performance: people look for a habit, not a feat.',
    'Short formats and shared challenges keep motivation alive.',
    'Guided sessions and free practice are increasingly mixed.',
  ],
  season: 'January, spring and September are the great months of joining; summer favours the outdoors.',
  rivals: [
    ['The low-cost gym', 'Wide access with little commitment.', 'Price.', 'Little support.'],
    ['The traditional club', 'Team spirit and competition.', 'Community.', 'An uneven welcome for beginners.'],
    ['The training app', 'Freedom to move at home.', 'Flexibility.', 'Motivation that fades.'],
  ],
  keywords: [
    ['getting back into exercise', 'informational', 42],
    ['trial session', 'transactional', 39],
    ['beginner training plan', 'informational', 53],
    ['staying motivated', 'informational', 46],
    ['fitness challenge with friends', 'informational', 30],
    ['small group coaching', 'commercial', 38],
    ['choosing equipment', 'commercial', 44],
  ],
  advice: [
    [
      'Set an appointment, not a feat',
      'Two realistic slots a week beat a heroic programme. Once the habit is there, raising the intensity comes almost by itself.',
    ],
    [
      'Try before you commit',
      'A trial session reveals what matters: the welcome, the level of the group, the way a movement is corrected. Take two rather than sign too quickly.',
    ],
    [
      'Equip yourself sensibly',
      'A good pair of shoes and comfortable clothes are usually enough to begin. More technical gear will come with practice and advice.',
    ],
    [
      'Note the small wins',
      'Stairs climbed without a pause, a longer night, one more street: quiet signs feed motivation better than other people’s figures.',
    ],
  ],
  scenes: ['a lace tightened at dawn', 'a group cheering one another on', 'a breath, a last stride, a smile'],
  tags: ['Fitness', 'Motivation', 'KeepMoving'],
  questions: ['What if showing up beat showing off?', 'Which first session makes you return?'],
};

export const englishDailyLife = { food, health, sport };
