// English sector banks for what people wear and put on their skin.
import type { SectorBank } from './sector-bank.ts';

const beauty: SectorBank = {
  field: 'beauty and skincare',
  desire: 'look after themselves with products that are clear and effective',
  doubt: 'weariness with promises nobody can check',
  proofs: ['a clear explanation of the formula', 'texture and use', 'how it is made', 'opinions after several weeks'],
  trends: [
    'Short routines appeal to people tired of ten-step rituals.',
    'Formulas are read and discussed: transparency is expected.',
    'Demonstrations in natural light inspire more trust than retouched pictures.',
  ],
  season: 'A change of season is a reason to review a routine; holidays and spring suit gift sets and trials.',
  rivals: [
    [
      'The heritage brand',
      'Wide distribution and a known name.',
      'Established trust.',
      'Formulas that are seldom explained.',
    ],
    [
      'The young natural brand',
      'Strong commitments and a direct tone.',
      'An active community.',
      'Effectiveness that is not always shown.',
    ],
    ['The low-price product', 'A trial without risk.', 'Price.', 'Little advice and little loyalty.'],
  ],
  keywords: [
    ['simple skincare routine', 'informational', 52],
    ['products for my skin type', 'commercial', 46],
    ['cosmetic ingredients explained', 'informational', 35],
    ['beauty gift set', 'transactional', 55],
    ['evening skincare steps', 'informational', 33],
    ['minimalist face care', 'commercial', 37],
    ['sensitive skin advice', 'informational', 50],
  ],
  advice: [
    [
      'Start from your skin',
      'Look at your skin in the morning before applying anything. Tightness, shine or redness point to a real need rather than to a fashion.',
    ],
    [
      'Read the formula',
      'The first ingredients on the list are the most present. A brand that explains each one in plain words gives you the means to choose.',
    ],
    [
      'Add one product at a time',
      'Changing a whole routine at once hides what suits you. One new product, tried for a few weeks, lets you judge with a clear mind.',
    ],
    [
      'Keep the steps that count',
      'Cleanse, moisturise, protect: the base is short. The rest is pleasure, and that is fine, provided the base is kept up regularly.',
    ],
  ],
  scenes: ['a texture spread by a fingertip', 'a bottle in morning light', 'a relaxed face, nothing retouched'],
  tags: ['Beauty', 'SkincareRoutine', 'SelfCare'],
  questions: ['What if fewer products were enough?', 'What does the label really say?'],
};

const fashion: SectorBank = {
  field: 'fashion and accessories',
  desire: 'find pieces that last and feel like their own',
  doubt: 'the regret of buying something that dates or fits badly',
  proofs: [
    'the choice of fabrics',
    'the cut on different bodies',
    'the workshop at work',
    'alteration and repair options',
  ],
  trends: [
    'Pieces that last and can be repaired are rising among reasons to buy.',
    'Try-ons filmed on varied bodies help people decide and limit returns.',
    'Small runs and pre-orders build anticipation without overproduction.',
  ],
  season:
    'Launches follow spring and the return from summer; sales need a story of their own so that value stays clear.',
  rivals: [
    ['The fast-fashion chain', 'Constant novelty at low prices.', 'Pace and choice.', 'Fragile quality and image.'],
    ['The designer label', 'A strong style and limited runs.', 'Desirability.', 'Prices that are seldom explained.'],
    ['The second-hand market', 'A clever and responsible purchase.', 'Price.', 'Uncertain sizes and condition.'],
  ],
  keywords: [
    ['durable wardrobe', 'informational', 41],
    ['timeless pieces', 'commercial', 48],
    ['size and fit guide', 'informational', 34],
    ['natural fabrics', 'informational', 47],
    ['small-batch pre-order', 'transactional', 28],
    ['everyday outfit ideas', 'informational', 56],
    ['garment care', 'informational', 36],
  ],
  advice: [
    [
      'Begin with the fabric',
      'Touch it, weigh it, hold it to the light: the fabric announces how a piece will age. A clear note on composition and care lets you compare two that look alike.',
    ],
    [
      'Think of three outfits',
      'Before you buy, picture three ways to wear the piece with what you own. If they come easily, it will leave the wardrobe often.',
    ],
    [
      'Check the cut',
      'A size is not the whole story. Flat measurements, true length and photos on several bodies prevent many returns and disappointments.',
    ],
    [
      'Care rather than replace',
      'A gentle wash, a sewn button, a new hem: simple gestures lengthen the life of a garment and make its price fairer.',
    ],
  ],
  scenes: [
    'fabric sliding between fingers',
    'a silhouette moving through the street',
    'a workshop, a pin, a last adjustment',
  ],
  tags: ['Fashion', 'SlowFashion', 'Style'],
  questions: ['How often is a good piece worn?', 'What if the right cut changed the day?'],
};

export const englishAppearance = { beauty, fashion };
