import { type PDFContext, type PDFDocument, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';

/** A spot color: on a press a plate of its own, elsewhere the inks after it. `All` is every plate there is. */
export function spot(context: PDFContext, name: string, inks: readonly number[]): PDFRef {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [...inks], N: 1 };
  return context.register(context.obj(['Separation', name, 'DeviceCMYK', tint]));
}

/**
 * The four process inks at once. What a knife's plate must not show is painted with this: "All" is on CutContour's too, and a
 * cutter would cut the marks.
 */
export function processInks(context: PDFContext): PDFRef {
  const same = context.register(
    context.stream('{ }', { FunctionType: 4, Domain: [0, 1, 0, 1, 0, 1, 0, 1], Range: [0, 1, 0, 1, 0, 1, 0, 1] }),
  );
  return context.register(context.obj(['DeviceN', ['Cyan', 'Magenta', 'Yellow', 'Black'], 'DeviceCMYK', same]));
}

/** What is stroked with this over other ink leaves that ink as it is. */
export const OVERPRINT = { Type: 'ExtGState', OP: true, op: true, OPM: 1 } as const;

/**
 * A layer that readers list by its name, shown and printed unless it is switched off. PDF/X-4 asks for a name of the configuration
 * and refuses one that changes by itself (ISO 15930-7, 6.20).
 */
export function addLayer(document: PDFDocument, name: string): PDFRef {
  const { context } = document;
  const group = context.obj({ Type: 'OCG' });
  group.set(PDFName.of('Name'), PDFString.of(name));
  const layer = context.register(group);
  const shown = context.obj({ BaseState: 'ON', Order: [layer], ON: [layer] });
  shown.set(PDFName.of('Name'), PDFString.of('As printed'));
  document.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: shown }));
  return layer;
}
