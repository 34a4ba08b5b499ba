import type { Command } from 'commander';
import type { Flags } from './flags.ts';
import { collect, deckCommand } from './options.ts';
import type { OverrideFlags } from './run/layers.ts';
import type { Voice } from './voice.ts';

/** Adds the commands for decks that extend others, and for editions. */
export function addLayerCommands(program: Command, voice: Voice): void {
  addExplain(program, voice);
  addOverride(program, voice);
  addOutdated(program, voice);
  addTranslate(program, voice);
  addEdition(program, voice);
}

function addExplain(program: Command, voice: Voice): void {
  deckCommand(
    program,
    'explain',
    'say which deck gave each field and section of a card, a board, a worksheet or a chapter',
  )
    .argument('<id>', 'the card, e.g. because-you-row; else its kind and its id: board:gap')
    .action(async (id: string, flags: Flags) => {
      const { runExplain } = await import('./run/layers.ts');
      await runExplain(id, flags, voice);
    });
}

function addOverride(program: Command, voice: Voice): void {
  deckCommand(
    program,
    'override',
    'start to change a card, a board, a worksheet or a chapter of the deck that yours extends',
  )
    .argument('<id>', 'the card, e.g. because-you-row; else its kind and its id: board:gap, chapter:remote')
    .option('--front <keys>', 'keys of its front matter, e.g. title,gist')
    .option('--section <heading>', 'a section, e.g. "Watch for"; repeat it for more', collect, [])
    .action(async (id: string, flags: OverrideFlags) => {
      const { runOverride } = await import('./run/layers.ts');
      await runOverride(id, flags, voice);
    });
}

function addOutdated(program: Command, voice: Voice): void {
  deckCommand(
    program,
    'outdated',
    'list changes of yours that no longer fit the deck that yours extends, and translations that are missing or old',
  )
    .option('--accept', 'take those whose base has changed as still right')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nEnds with 0 where nothing has drifted, with 1 where something has.')
    .action(async (flags: Flags & { accept?: boolean }) => {
      const { runOutdated } = await import('./run/layers.ts');
      await runOutdated(flags, voice);
    });
}

function addTranslate(program: Command, voice: Voice): void {
  deckCommand(program, 'translate', 'begin every translation that is missing, and list those that are old')
    .argument('<language>', 'e.g. de or pt-BR')
    .action(async (lang: string, flags: Flags) => {
      const { runTranslate } = await import('./run/layers.ts');
      await runTranslate(lang, flags, voice);
    });
}

function addEdition(program: Command, voice: Voice): void {
  deckCommand(program, 'edition', 'write down the cards of this version, for build --since').action(
    async (flags: Flags) => {
      const { runEdition } = await import('./run/layers.ts');
      await runEdition(flags, voice);
    },
  );
}
