import { textsOfDay } from '../../model/day.ts';
import type { Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import type { Located } from '../../read/yaml.ts';
import type { CommonParts } from '../assemble.ts';
import { composerAsked } from '../cards/composer.ts';
import { type Settled, settledOnce } from '../cards/settled.ts';
import type { Layer } from '../chain/layer.ts';
import type { Stack } from '../chain/stack-types.ts';
import type { Settings } from '../settings.ts';
import type { Suits } from '../suits.ts';
import { checkGoals, ownUi } from './check-goals.ts';
import { firstWords } from './check-ui.ts';
import { noWords } from './in-languages.ts';
import { readUiFiles, uiFiles } from './translations.ts';
import { readUi } from './ui-words.ts';
import { unseenIn, withoutUnseen } from './unseen.ts';
import type { UiContext, Wording } from './wording.ts';

/** What the English words of a deck are made from. */
interface English {
  layers: readonly Layer[];
  suits: Suits;
  settings: Settings;
  stack: Stack;
  common: CommonParts;
  memory: Memory;
  settled: Settled;
}

/** The words of the deck in its first language: English ones, with those of its own `ui.yaml` in their place; and that file. */
export async function ownWords(
  { layers, common, suits, settings, stack, memory, settled }: English,
  report: Report,
): Promise<{ wording: Wording; ui: Located | undefined }> {
  const { looks } = common;
  const { lang } = settings;
  const english: Wording = {
    ...suits,
    suits: suits.suits.map((suit) => ({ ...suit, lang })),
    settings,
    words: looks.words,
    headings: {},
    names: {},
    dayWords: {},
    lacking: [],
  };
  const whole = !settings.lang.startsWith('en');
  // What else deck.yaml and suits.yaml say is in the deck's language already.
  const unseen = memory.same('unseen', unseenIn(stack, english));
  const wanted = whole ? withoutUnseen(firstWords(english, looks), unseen) : [];
  const before = { ...english, lacking: wanted };
  const ui = await readUiFiles(settings.lang, layers, memory, report);
  if (!ui && whole && uiFiles(settings.lang, layers).length === 0) report(noWords(settings.lang, layers));
  if (ui) checkGoals(ui, { lang: settings.lang, layers, goals: settings.goals, retired: common.retired.ids }, report);
  // With other layouts the words are mostly the same, and all cards are read with them.
  const ownFile = ownUi(layers, settings.lang);
  const asked = composerAsked({ ...settings, ...suits }, looks);
  const day = common.day ? textsOfDay(common.day) : [];
  const wording = memory.recall('words', [ui, settings, suits, looks, common.day, unseen], report, (problem) =>
    memory.same('words', ui ? wordsIn(ui, { wording: before, wanted, asked, day, ownFile, settled }, problem) : before),
  );
  return { wording, ui };
}

/** The words of a `ui.yaml`, read as an earlier command did where they have not changed. */
function wordsIn(ui: Located, { settled, ...context }: UiContext & { settled: Settled }, report: Report): Wording {
  const from = { file: ui.file, text: JSON.stringify([ui, context]) };
  return settledOnce(settled, from, report, (say) => readUi(ui, context, say)) ?? context.wording;
}
