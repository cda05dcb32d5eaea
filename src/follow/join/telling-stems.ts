import { stemsOf } from '../../term.ts';

/** Words of councils and of asking: two texts that share only these need not be about the same. */
const FAINT = stemsOf(
  'monday tuesday wednesday thursday friday saturday sunday place take held item a about above after again all also an and any are as asked asks at be because been before being both but by can committee committees commission cabinet council councils councillor councillors member members officer officers director head chair service services report reports reported reporting update updates progress first final further request requests requested response action actions outstanding resolved resolution recommended recommend recommendation noted note received receive agreed agree approved approve considered consider brought bring provided provide circulated circulate submitted submit presented present given give giving meeting meetings minute minutes paper item january february march april may june july august september october november december year years month months quarter next last end following each every other future do does done for from had has have he her his how if in into is it its made make more most no not now of on one only or our out over own part said say says she should so some such than that the their them then there these they this those to two three under until up was way we were what when where whether which while who whose will with within work working would written writing written confirm confirmed letter term time times set take taken taking put number numbers information new old how well held undertook undertake undertaken promised promise promises replied reply',
);

/** The stems of a text that tell what it is about; numbers count only where they are no years. */
export function tellingStems(text: string): Set<string> {
  return new Set(
    [...stemsOf(text.replace(/\([^()]{0,12}\)/g, ' '))].filter(
      (stem) => !FAINT.has(stem) && stem.length > 1 && !/^(?:19|20)?\d{2}(?:\/\d{2,4})?$|^\d{1,2}$/.test(stem),
    ),
  );
}

/** How many stems two texts share. */
export function countShared(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared;
}
