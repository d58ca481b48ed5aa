/** ConditionalFormatRule and its builder; rules are kept, cells are not painted by them. */
import { ServiceObject, type EnumValue } from '../../service-object';
import type { BooleanCondition as Condition } from '../../workbook/condition';
import type { ConditionalFormat, GradientPoint } from '../../workbook/conditional-format';
import { demand, flag, list, oneOf, orNull, text } from './arguments';
import { color } from './painting';
import { ConditionBuilder, conditionOf, criteriaType, setCondition } from './condition-builder';
import { InterpolationType } from './enums';
import type { Range } from './range';
import { areaOf, isRange } from './range-place';
import type { Session } from './session';
import type { Sheet as Tab } from '../../workbook/sheet';

type Look = ConditionalFormat['look'];
type Gradient = NonNullable<ConditionalFormat['gradient']>;

/** A rule as scripts hold it: with the tab that its ranges are on. */
interface Rule extends ConditionalFormat {
  readonly tab: Tab | null;
}

let readRule: (rule: ConditionalFormatRule) => ConditionalFormat;

export const formatOf = (rule: ConditionalFormatRule): ConditionalFormat => readRule(rule);

/** https://developers.google.com/apps-script/reference/spreadsheet/boolean-condition */
class BooleanCondition extends ServiceObject {
  readonly className = 'BooleanCondition';
  readonly #condition: Condition;
  readonly #look: Look;

  constructor(condition: Condition, look: Look) {
    super();
    this.#condition = condition;
    this.#look = look;
  }

  getCriteriaType(): EnumValue | null {
    return criteriaType(this.#condition);
  }

  getCriteriaValues(): unknown[] {
    return [...this.#condition.values];
  }

  getBackground(): string | null {
    return this.#look.background ?? null;
  }

  getFontColor(): string | null {
    return this.#look.fontColor ?? null;
  }

  getBold(): boolean | null {
    return this.#look.bold ?? null;
  }

  getItalic(): boolean | null {
    return this.#look.italic ?? null;
  }

  getStrikethrough(): boolean | null {
    return this.#look.strikethrough ?? null;
  }

  getUnderline(): boolean | null {
    return this.#look.underline ?? null;
  }
}

function rangesOf(session: Session, rule: Rule): Range[] {
  const { tab } = rule;
  if (tab === null) return [];
  return rule.regions.flatMap(({ rect }) => (rect === null ? [] : [session.range(tab, rect)]));
}

function booleanCondition({ condition, look }: ConditionalFormat): BooleanCondition | null {
  return condition === null ? null : new BooleanCondition(condition, look);
}

/** https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule */
export class ConditionalFormatRule extends ServiceObject {
  readonly className = 'ConditionalFormatRule';
  readonly #session: Session;
  readonly #rule: Rule;

  static {
    readRule = (rule) => rule.#rule;
  }

  constructor(session: Session, rule: Rule) {
    super();
    this.#session = session;
    this.#rule = rule;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#session, this.#rule);
  }

  getBooleanCondition(): BooleanCondition | null {
    return booleanCondition(this.#rule);
  }

  getRanges(): Range[] {
    return rangesOf(this.#session, this.#rule);
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule-builder */
export class ConditionalFormatRuleBuilder extends ConditionBuilder {
  readonly className = 'ConditionalFormatRuleBuilder';
  readonly #session: Session;
  #tab: Tab | null = null;
  #regions: ConditionalFormat['regions'] = [];
  #look: Look = {};
  #gradient: Gradient | null = null;

  constructor(session: Session, from?: Rule) {
    super();
    this.#session = session;
    if (from === undefined) return;
    setCondition(this, from.condition);
    this.#tab = from.tab;
    this.#regions = from.regions;
    this.#look = from.look;
    this.#gradient = from.gradient;
  }

  build(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.#session, this.#rule());
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#session, this.#rule());
  }

  getBooleanCondition(): BooleanCondition | null {
    return booleanCondition(this.#rule());
  }

  getRanges(): Range[] {
    return rangesOf(this.#session, this.#rule());
  }

  setRanges(ranges: Range[]): this {
    const method = 'ConditionalFormatRuleBuilder.setRanges';
    demand(method, [ranges], [(value) => list(value) && ranges.length > 0 && ranges.every(isRange)]);
    const areas = ranges.map(areaOf);
    this.#tab = areas[0]?.tab ?? null;
    this.#regions = areas.map(({ tab, rect }) => tab.track(rect));
    return this;
  }

  setBackground(value: string | null): this {
    demand('ConditionalFormatRuleBuilder.setBackground', [value], [orNull(text)]);
    return this.#dress({ background: color(value) ?? null });
  }

  setFontColor(value: string | null): this {
    demand('ConditionalFormatRuleBuilder.setFontColor', [value], [orNull(text)]);
    return this.#dress({ fontColor: color(value) ?? null });
  }

  setBold(bold: boolean | null): this {
    demand('ConditionalFormatRuleBuilder.setBold', [bold], [orNull(flag)]);
    return this.#dress({ bold });
  }

  setItalic(italic: boolean | null): this {
    demand('ConditionalFormatRuleBuilder.setItalic', [italic], [orNull(flag)]);
    return this.#dress({ italic });
  }

  setStrikethrough(strikethrough: boolean | null): this {
    demand('ConditionalFormatRuleBuilder.setStrikethrough', [strikethrough], [orNull(flag)]);
    return this.#dress({ strikethrough });
  }

  setUnderline(underline: boolean | null): this {
    demand('ConditionalFormatRuleBuilder.setUnderline', [underline], [orNull(flag)]);
    return this.#dress({ underline });
  }

  setGradientMinpoint(shade: string): this {
    demand('ConditionalFormatRuleBuilder.setGradientMinpoint', [shade], [text]);
    return this.#shade({ min: { color: shade, type: null, value: '' } });
  }

  setGradientMaxpoint(shade: string): this {
    demand('ConditionalFormatRuleBuilder.setGradientMaxpoint', [shade], [text]);
    return this.#shade({ max: { color: shade, type: null, value: '' } });
  }

  setGradientMinpointWithValue(shade: string, type: EnumValue, value: string): this {
    return this.#shade({ min: point('setGradientMinpointWithValue', shade, type, value) });
  }

  setGradientMidpointWithValue(shade: string, type: EnumValue, value: string): this {
    return this.#shade({ mid: point('setGradientMidpointWithValue', shade, type, value) });
  }

  setGradientMaxpointWithValue(shade: string, type: EnumValue, value: string): this {
    return this.#shade({ max: point('setGradientMaxpointWithValue', shade, type, value) });
  }

  #rule(): Rule {
    return {
      tab: this.#tab,
      regions: this.#regions,
      condition: conditionOf(this),
      look: this.#look,
      gradient: this.#gradient,
    };
  }

  #dress(look: Look): this {
    this.#look = { ...this.#look, ...look };
    return this;
  }

  #shade(points: Gradient): this {
    this.#gradient = { ...this.#gradient, ...points };
    return this;
  }
}

function point(method: string, shade: string, type: EnumValue, value: string): GradientPoint {
  const signature = [text, oneOf(InterpolationType), text];
  demand(`ConditionalFormatRuleBuilder.${method}`, [shade, type, value], signature);
  return { color: shade, type: type.name, value };
}
