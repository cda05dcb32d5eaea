/** A paper to be made: its file under data/papers, the content files it is made from, and how it is drawn. */
export type SamplePaper = {
  file: string;
  content: string[];
  drawnAs: 'pdf' | 'docx' | 'pptx' | 'modern-gov' | 'as written';
};

const CHILDREN = 'children-and-learning-scrutiny-committee';
const ENVIRONMENT = 'environment-and-highways-committee';

/** Every paper of the made-up council, by committee and meeting. */
export const SAMPLE_PAPERS: SamplePaper[] = [
  children('2025-09-16-agenda', 'docx'),
  children('2025-09-16-minutes', 'pdf'),
  children('2025-09-16-outturn', 'pdf'),
  children('2025-09-16-transport', 'docx'),
  children('2025-11-18-agenda.md', 'as written'),
  children('2025-11-18-minutes.md', 'as written'),
  children('2025-11-18-transport-response.txt', 'as written'),
  children('2025-11-18-key-stage-results.md', 'as written'),
  children('2025-11-18-young-carers', 'docx'),
  children('2026-01-20-agenda', 'pdf'),
  children('2026-01-20-minutes', 'docx'),
  children('2026-01-20-fostering', 'pdf'),
  children('2026-01-20-scorecard-q2.csv', 'as written'),
  children('2026-01-20-webcast-extract.srt', 'as written'),
  children('2026-03-17-agenda.txt', 'as written'),
  children('2026-03-17-minutes', 'pdf'),
  children('2026-03-17-fostering-households.md', 'as written'),
  children('2026-03-17-performance-q3', 'docx'),
  children('2026-03-17-cycle-training', 'pptx'),
  environment('2025-09-11-agenda.txt', 'as written'),
  environment('2025-09-11-minutes.txt', 'as written'),
  environment('2025-09-11-winter-service', 'pdf'),
  environment('2025-09-11-residents-parking', 'docx'),
  environment('2025-09-11-highways-outturn.txt', 'as written'),
  environment('2025-11-13-agenda', 'docx'),
  environment('2025-11-13-minutes', 'modern-gov'),
  environment('2025-11-13-speed-limits.md', 'as written'),
  environment('2025-11-13-speed-limits-appendix-parish.txt', 'as written'),
  environment('2025-11-13-waste-contract', 'pdf'),
  environment('2025-11-13-waste-contract-exempt-appendix', 'pdf'),
  {
    file: `${ENVIRONMENT}/2026-01-15-agenda-reports-pack.pdf`,
    content: ['2026-01-15-pack-agenda', '2025-11-13-minutes', '2026-01-15-school-streets'].map(
      (name) => `environment/${name}.md`,
    ),
    drawnAs: 'pdf',
  },
  environment('2026-01-15-minutes', 'docx'),
  environment('2026-03-12-agenda', 'pdf'),
  environment('2026-03-12-minutes.txt', 'as written'),
  environment('2026-03-12-corve-lane.md', 'as written'),
  environment('2026-03-12-verges', 'docx'),
  environment('2026-03-12-highways-q3.txt', 'as written'),
];

function children(name: string, drawnAs: SamplePaper['drawnAs']): SamplePaper {
  return samplePaper(name, { folder: CHILDREN, contentFolder: 'children', drawnAs });
}

function environment(name: string, drawnAs: SamplePaper['drawnAs']): SamplePaper {
  return samplePaper(name, { folder: ENVIRONMENT, contentFolder: 'environment', drawnAs });
}

function samplePaper(
  name: string,
  place: { folder: string; contentFolder: string; drawnAs: SamplePaper['drawnAs'] },
): SamplePaper {
  const endings = { pdf: '.pdf', docx: '.docx', pptx: '.pptx', 'modern-gov': '.html', 'as written': '' };
  const source = place.drawnAs === 'as written' ? name : `${name}.md`;
  return {
    file: `${place.folder}/${name}${endings[place.drawnAs]}`,
    content: [`${place.contentFolder}/${source}`],
    drawnAs: place.drawnAs,
  };
}
