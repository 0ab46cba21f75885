// English sector banks for software, industry and energy, and the one for every other trade.
import type { SectorBank } from './sector-bank.ts';

const software: SectorBank = {
  field: 'software and digital services',
  desire: 'save time without upsetting the team’s habits',
  doubt: 'the fear of a long roll-out and a tool nobody adopts',
  proofs: ['a demonstration on a real case', 'how long set-up takes', 'data security', 'the quality of support'],
  trends: [
    'Teams want to try before they buy: the guided demo is replacing the brochure.',
    'Data protection is checked early, often before the price.',
    'Tools that connect to what exists are preferred to those that want to replace it all.',
  ],
  season: 'Budgets are prepared in autumn and decided early in the year; summer suits trials.',
  rivals: [
    ['The general suite', 'Everything from one supplier.', 'Recognition and integration.', 'Features nobody uses.'],
    ['The niche specialist', 'A sharp answer to one trade.', 'Expertise.', 'Little flexibility beyond its scope.'],
    ['The spreadsheet habit', 'No visible cost.', 'Familiarity.', 'Errors and lost time that nobody counts.'],
  ],
  keywords: [
    ['request a demo', 'transactional', 42],
    ['automate repetitive tasks', 'informational', 53],
    ['software adoption tips', 'informational', 34],
    ['business data security', 'informational', 58],
    ['integration with existing tools', 'commercial', 38],
    ['software return on investment', 'commercial', 45],
    ['simple requirements list', 'informational', 30],
  ],
  advice: [
    [
      'Start from one irritant',
      'A project begins better with one precise task that is repeated every week and disliked by everybody. The gain shows quickly and the team asks for more.',
    ],
    [
      'Measure before you change',
      'Note the time spent today, however roughly. Without that starting point no progress can be shown to management.',
    ],
    [
      'Involve the users',
      'Two or three people from the field, consulted before the choice, spot what a demo does not show. They will become your best advocates.',
    ],
    [
      'Check the way out',
      'Before you sign, ask how you get your data back and in which format. The answer says a lot about the vendor’s confidence in its product.',
    ],
  ],
  scenes: [
    'a clean screen from which a task disappears',
    'a team closing the laptop earlier',
    'a dashboard read at a glance',
  ],
  tags: ['Productivity', 'SaaS', 'Innovation'],
  questions: ['What does a repetitive task really cost?', 'What if the tool adapted to the team?'],
};

const industry: SectorBank = {
  field: 'industry and logistics',
  desire: 'make operations more reliable and keep people safe',
  doubt: 'the fear of stopping operations during the change',
  proofs: ['a site visit', 'indicators before and after a pilot', 'safety procedures', 'maintenance response'],
  trends: [
    'Decision makers prefer limited, measurable pilots to any full roll-out.',
    'Safety and working conditions weigh as much as productivity in the choice.',
    'Labour shortages push towards simpler tasks and faster training.',
  ],
  season: 'Year-end peaks are prepared from the summer on; trade shows set the rhythm of meetings.',
  rivals: [
    ['The global integrator', 'Complete, proven solutions.', 'References.', 'Heavy, lengthy projects.'],
    ['The specialised manufacturer', 'High-performance equipment.', 'Technology.', 'Limited support.'],
    ['The existing way of working', 'No change to manage.', 'Habit.', 'Costs that rise in silence.'],
  ],
  keywords: [
    ['operator safety', 'informational', 43],
    ['warehouse pilot project', 'commercial', 29],
    ['reduce picking errors', 'informational', 37],
    ['preventive maintenance', 'informational', 56],
    ['optimise material flow', 'commercial', 46],
    ['cost of downtime', 'informational', 41],
    ['request a site assessment', 'transactional', 28],
  ],
  advice: [
    [
      'Begin with one zone',
      'A pilot limited to one aisle, one line or one team shows what works without putting operations at risk. What you learn will serve everywhere else.',
    ],
    [
      'Measure three indicators',
      'Cycle time, errors, incidents: three simple measures, read before and after, are enough to decide. More figures usually delay the decision.',
    ],
    [
      'Listen to the floor',
      'Operators know the useless moves and the risky crossings. Involve them early and the project improves, along with its acceptance.',
    ],
    [
      'Plan for maintenance',
      'A solution is also judged on the day it stops. Response time, spare parts and training belong in the first conversation.',
    ],
  ],
  scenes: ['a clean, bright warehouse aisle', 'an operator working without hurry', 'a truck leaving on time'],
  tags: ['Logistics', 'Operations', 'WorkplaceSafety'],
  questions: ['What does an hour of downtime cost?', 'What if safer also meant faster?'],
};

const ecology: SectorBank = {
  field: 'sustainability and energy',
  desire: 'reduce their impact without complicating life',
  doubt: 'distrust of green promises without proof',
  proofs: [
    'how the impact is calculated',
    'where materials come from',
    'certifications',
    'an honest account of the limits',
  ],
  trends: [
    'The public expects proof: a green promise without a method turns against the brand.',
    'Concrete savings convince as much as the environmental argument.',
    'Repair, rental and reuse are gaining ground on buying new.',
  ],
  season: 'Spring suits outdoor projects and autumn energy questions; both deserve a highlight.',
  rivals: [
    ['The big supplier', 'A green offer among others.', 'Means.', 'Disputed credibility.'],
    ['The activist pioneer', 'Total commitment.', 'Community.', 'An audience already convinced.'],
    ['The conventional solution', 'The immediate price.', 'Ease.', 'A higher cost in the long run.'],
  ],
  keywords: [
    ['reduce energy use', 'informational', 52],
    ['sustainable solution', 'commercial', 49],
    ['grants and funding', 'informational', 57],
    ['environmental impact explained', 'informational', 35],
    ['request a quote', 'transactional', 51],
    ['reuse and repair', 'informational', 36],
    ['useful everyday habits', 'informational', 32],
  ],
  advice: [
    [
      'Start with the biggest item',
      'Heating, transport or purchases: acting where the impact is greatest saves you from tiring over details. A simple record is enough to find it.',
    ],
    [
      'Ask for the method',
      'An impact figure means nothing without its calculation. A serious company explains what it counts, what it leaves out and why.',
    ],
    [
      'Think over ten years',
      'The purchase price is only part of the story. Maintenance, consumption and lifetime often change the ranking.',
    ],
    [
      'Move step by step',
      'One successful step makes you want the next. A step that is kept beats a perfect plan left in a drawer.',
    ],
  ],
  scenes: ['a hand brushing over leaves', 'a roof under a clear sky', 'a repaired object coming back to life'],
  tags: ['Sustainability', 'Reuse', 'EnergyTransition'],
  questions: ['Which step should come first?', 'What if lasting also meant simple?'],
};

const general: SectorBank = {
  field: 'a market where offers abound',
  desire: 'choose an offer they can trust',
  doubt: 'hesitation before offers that all look alike',
  proofs: ['the team at work', 'the steps of an order', 'answers to frequent questions', 'what customers say'],
  trends: [
    'People research at length online before the first contact.',
    'Faces and behind-the-scenes content inspire more trust than slogans.',
    'The speed and quality of an answer count as much as the offer.',
  ],
  season: 'September and the start of the year favour new projects; quiet periods serve to prepare content.',
  rivals: [
    ['The dominant player', 'Recognition and range.', 'Visibility.', 'A distant relationship.'],
    ['The local specialist', 'Closeness.', 'Word of mouth.', 'A limited presence online.'],
    ['The low-price offer', 'Price above all.', 'Accessibility.', 'Minimal service.'],
  ],
  keywords: [
    ['how to choose a provider', 'informational', 38],
    ['request an online quote', 'transactional', 45],
    ['questions to ask before choosing', 'informational', 30],
    ['local service', 'commercial', 48],
    ['tailored support', 'commercial', 40],
    ['customer experience stories', 'informational', 33],
    ['compare offers', 'commercial', 47],
  ],
  advice: [
    [
      'Clarify the need',
      'Write in three lines what you expect, by when and within which limits. The answers you receive will be more precise and the differences easier to see.',
    ],
    [
      'Compare beyond price',
      'Lead time, follow-up, guarantees: what surrounds an offer often makes the difference. A grid of a few criteria keeps one figure from deciding alone.',
    ],
    [
      'Ask concrete questions',
      'An example close to your own situation teaches more than a general presentation. The quality of the answer announces that of the service.',
    ],
    [
      'Begin small',
      'A first limited order or a trial lets you check the promise. Trust grows that way, without excessive commitment.',
    ],
  ],
  scenes: [
    'a team at work, seen close up',
    'a careful detail that catches the eye',
    'a simple conversation with a customer',
  ],
  tags: ['Craft', 'Service', 'Trust'],
  questions: ['How do you recognise work done well?', 'What if choosing became simple again?'],
};

export const englishBusiness = { software, industry, ecology, general };
