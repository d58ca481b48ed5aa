/** What becomes of a row whose record is gone from the platform, and whether each run leaves a copy. */
import type { JSX } from 'preact';
import { RadioChoice, type Choice } from '../RadioChoice';
import type { TabMode } from '../../../src/app/contract';

interface Props {
  /** Title of the platform: “Torii”. */
  platform: string;
  mode: TabMode;
  onMode: (mode: TabMode) => void;
}

export function ModeChoice({ platform, mode, onMode }: Props): JSX.Element {
  const choices: readonly Choice<TabMode>[] = [
    {
      value: 'mirror',
      title: 'As the settings say',
      help: 'The settings of this file decide for all tabs: the row is greyed and dated, or taken out at once.',
    },
    {
      value: 'keepRemoved',
      title: 'Always keep the row',
      help: 'It stays in this tab, greyed and dated, until somebody deletes it, whatever the settings say.',
    },
    {
      value: 'snapshot',
      title: 'Keep dated copies of the tab',
      help: 'Rows are treated as the settings say, and each run also leaves a copy of the tab with its date. The settings say how many copies are kept.',
    },
  ];
  return (
    <RadioChoice
      legend={`When a record is gone from ${platform}`}
      choices={choices}
      chosen={mode}
      onChoose={onMode}
    />
  );
}
