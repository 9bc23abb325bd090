import { CLASS_MEANING } from '../../../text/emission-class.ts';
import type { GlossaryEntry } from './glossary-entry.ts';
import { DATA_CENTRE_METRICS, GHG_PROTOCOL, PRODUCT_FOOTPRINT, SCI } from './standards.ts';

/** Every word once, with one definition. */
export const GLOSSARY: readonly GlossaryEntry[] = [
  {
    id: 'accelerator',
    word: 'Accelerator',
    meaning: 'The chip that computes a model: a GPU, TPU or the like, with its memory.',
  },
  {
    id: 'active-parameters',
    word: 'Active parameters',
    meaning:
      'The weights of a model that one token uses. In a dense model all of them, in a mixture of experts a part.',
    unit: 'billions',
  },
  {
    id: 'amortisation',
    word: 'Amortisation',
    meaning:
      'Sharing out what happens once (training, making hardware) over all later use. It needs a total of later use, which for models nobody publishes.',
    more: { href: '/methodology/training/#amortisation', text: 'Training' },
  },
  {
    id: 'boundary',
    word: 'Boundary',
    meaning:
      'What a figure counts: accelerators, server, data centre, or data centre and making the hardware, each holding the one before it.',
    standard: SCI,
    more: { href: '/methodology/#figure', text: 'What a figure says' },
  },
  {
    id: 'cached-input',
    word: 'Cached input',
    meaning:
      'Input tokens whose keys and values are still held from an earlier request, and are fetched instead of computed.',
    more: { href: '/methodology/energy/#cached', text: 'Energy of a token' },
  },
  {
    id: 'case',
    word: 'Case',
    meaning: 'What sentences call a draw: “in 77 of 100 cases” means in 77 of every hundred draws.',
  },
  {
    id: 'class',
    word: 'Class',
    meaning: CLASS_MEANING,
    more: { href: '/how-to-read/', text: 'How to read this' },
  },
  {
    id: 'co2e',
    word: 'CO₂e',
    meaning:
      'Carbon dioxide equivalent: every greenhouse gas as the mass of carbon dioxide that warms as much over a hundred years (GWP100).',
    standard: PRODUCT_FOOTPRINT,
    unit: 'grams',
  },
  {
    id: 'direct-factor',
    word: 'Direct factor',
    meaning: 'What power plants emit per kWh while they run, without fuel chain and construction.',
    standard: GHG_PROTOCOL,
    unit: 'gCO₂e/kWh',
    more: { href: '/methodology/place/#lifecycle', text: 'Lifecycle and direct factors' },
  },
  {
    id: 'draw',
    word: 'Draw',
    meaning:
      'One joint choice of a value for every unknown input. A figure is computed in each draw, and the range is read off all of them.',
    more: { href: '/methodology/uncertainty/#draws', text: 'From draws to ranges' },
  },
  {
    id: 'embodied',
    word: 'Embodied emissions',
    meaning:
      'Emissions of making the hardware, shared out over the electricity that it takes in its life. Times that of the tokens they are the letter M of the SCI.',
    standard: SCI,
    unit: 'gCO₂e per kWh of the accelerators',
    more: { href: '/methodology/place/#embodied', text: 'Embodied' },
  },
  {
    id: 'endpoint',
    word: 'Endpoint',
    meaning: 'One way to reach a model on OpenRouter: a host, perhaps a region, a precision.',
    more: { href: '/methodology/place/#endpoints', text: 'From endpoints to a range' },
  },
  {
    id: 'evidence-tier',
    word: 'Evidence tier',
    meaning: 'How much is known of a model: measured, architecture, parameters, or price alone.',
    more: { href: '/methodology/evidence/', text: 'Evidence tiers' },
  },
  {
    id: 'facility',
    word: 'Facility',
    meaning: 'The building with its servers, cooling and power conversion.',
    standard: DATA_CENTRE_METRICS,
  },
  {
    id: 'functional-unit',
    word: 'Functional or declared unit',
    meaning:
      'What a figure is per. Here 1000 output, input or cached input tokens of the model’s own tokenizer. The SCI calls it functional unit, R; ISO 14067 calls it declared unit where the footprint is partial, as here.',
    standard: `${PRODUCT_FOOTPRINT} and ${SCI}`,
  },
  {
    id: 'grid-intensity',
    word: 'Grid intensity',
    meaning:
      'Greenhouse gas per kWh taken from the grid at a place. Here the yearly mean, consumption-based and lifecycle.',
    standard: SCI,
    unit: 'gCO₂e/kWh',
    more: { href: '/methodology/place/#grid', text: 'The grid' },
  },
  {
    id: 'host',
    word: 'Host',
    meaning:
      'Who runs a model and answers for OpenRouter. OpenRouter says provider; here a provider is who makes a model.',
    more: { href: '/hosts/', text: 'All hosts' },
  },
  {
    id: 'inference',
    word: 'Inference',
    meaning: 'Using a trained model to answer. All figures of the index are of inference alone.',
  },
  {
    id: 'lifecycle',
    word: 'Lifecycle factor',
    meaning:
      'Emissions per kWh with those of fuel supply and of building the plants, besides what the plants emit.',
    standard: PRODUCT_FOOTPRINT,
    unit: 'gCO₂e/kWh',
    more: { href: '/methodology/place/#lifecycle', text: 'Lifecycle and direct factors' },
  },
  {
    id: 'location-based',
    word: 'Location-based',
    meaning:
      'Counted with the grid at the place where the electricity is used, whatever was bought or certified.',
    standard: GHG_PROTOCOL,
  },
  {
    id: 'market-based',
    word: 'Market-based',
    meaning:
      'Counted with the electricity that was contracted for, by certificates and agreements. Not published here.',
    standard: GHG_PROTOCOL,
  },
  {
    id: 'median',
    word: 'Median',
    meaning:
      'The 50th percentile of the draws: half of them lie below. Files call it central. Not a best guess to be quoted alone.',
  },
  {
    id: 'mixture-of-experts',
    word: 'Mixture of experts',
    meaning:
      'A model whose layers hold many parallel parts, of which each token uses a few. It reads more weights than it computes with.',
  },
  {
    id: 'output-token',
    word: 'Output token',
    meaning:
      'A token that the model writes, one after the other, those of reasoning among them, shown or not.',
  },
  {
    id: 'prefill',
    word: 'Prefill and decode',
    meaning: 'Prefill reads the input in bulk; decode writes the output token by token.',
  },
  {
    id: 'pue',
    word: 'PUE',
    meaning:
      'Power usage effectiveness: energy of the facility over energy of its IT equipment, over a year.',
    standard: `${DATA_CENTRE_METRICS}-2`,
    more: { href: '/methodology/place/#pue', text: 'PUE' },
  },
  {
    id: 'range',
    word: 'Range',
    meaning: 'From the 5th to the 95th percentile of the draws, meant to hold nine cases in ten.',
    more: { href: '/methodology/uncertainty/', text: 'Uncertainty' },
  },
  {
    id: 'release',
    word: 'Release',
    meaning:
      'All figures made from one state of the data, named by the day of the model list and one hash of all inputs and of the method’s version.',
  },
  {
    id: 'replica',
    word: 'Replica',
    meaning: 'The accelerators that hold one copy of a model and decode its requests together.',
  },
  {
    id: 'sci',
    word: 'SCI',
    meaning:
      'Software carbon intensity: (E · I + M) per R, energy times grid intensity plus embodied emissions, per functional unit. The equation of this index has its form; its figures are no SCI score.',
    standard: SCI,
  },
  {
    id: 'score',
    word: 'Score',
    meaning:
      'An index of Artificial Analysis, as OpenRouter lists it: general intelligence, coding or agentic tasks, on a scale to 100. Of tests, not of a task.',
    more: { href: '/choose/#scores', text: 'What a score says' },
  },
  {
    id: 'scope-2',
    word: 'Scope 2',
    meaning:
      'Emissions of the electricity that an organisation buys for itself. A host’s, not its customer’s.',
    standard: GHG_PROTOCOL,
  },
  {
    id: 'scope-3',
    word: 'Scope 3, category 1',
    meaning: 'Emissions of purchased goods and services. Inference is that to whoever pays for it.',
    standard: GHG_PROTOCOL,
    more: { href: '/methodology/limits/#reporting', text: 'For a report' },
  },
  {
    id: 'token',
    word: 'Token',
    meaning:
      'The piece of text that a model reads or writes at once, cut by the model’s own tokenizer. The same text has more tokens in one model than in another.',
  },
  {
    id: 'training',
    word: 'Training',
    meaning:
      'Computing the weights of a model, final runs and, if stated, the experiments before. It has pages of its own, and is in no figure of inference.',
    more: { href: '/methodology/training/', text: 'Training' },
  },
  {
    id: 'water-consumed',
    word: 'Water consumed',
    meaning:
      'Water that is evaporated or otherwise not given back to where it was taken from; less than water withdrawn.',
    unit: 'litres',
    more: { href: '/methodology/water/', text: 'Water' },
  },
  {
    id: 'wue',
    word: 'WUE',
    meaning:
      'Water usage effectiveness: water used on site over energy of the IT equipment, over a year.',
    standard: `${DATA_CENTRE_METRICS}-9`,
    unit: 'L/kWh',
    more: { href: '/methodology/water/#on-site', text: 'Water on site' },
  },
];
