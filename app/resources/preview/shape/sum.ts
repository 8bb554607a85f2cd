import { decimalText } from './canonical-key.ts';

/** Digits after the decimal mark up to which sums are exact. */
const mostDecimals = 15;

/** Adds decimal numbers as people do: 0.1 + 0.2 is 0.3. */
export class Sum {
  /** In units of ten to the power of minus `decimals`. */
  private units = 0n;
  private decimals = 0;
  /** What is added in doubles, for values with an exponent or too many digits. */
  private rough = 0;
  private isExact = true;

  /** `text`: canonical, perhaps with an exponent. Added `times`. */
  add(text: string, key: number, times: number): void {
    this.rough += key * times;
    if (!this.isExact) return;
    const [, minus, whole, fraction = ''] = /^(-?)(\d{1,30})(?:\.(\d+))?$/.exec(text) ?? [];
    if (whole === undefined || fraction.length > mostDecimals) {
      this.isExact = false;
      return;
    }
    if (fraction.length > this.decimals) {
      this.units *= 10n ** BigInt(fraction.length - this.decimals);
      this.decimals = fraction.length;
    }
    const value = BigInt(`${minus}${whole}${fraction.padEnd(this.decimals, '0')}`);
    this.units += value * BigInt(times);
  }

  result(): { sum: string; isExact?: true } {
    if (!this.isExact) return { sum: decimalText(this.rough) };
    const isNegative = this.units < 0n;
    const digits = String(isNegative ? -this.units : this.units).padStart(this.decimals + 1, '0');
    const whole = digits.slice(0, digits.length - this.decimals);
    const fraction = digits.slice(digits.length - this.decimals).replace(/0+$/, '');
    return { sum: `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`, isExact: true };
  }
}
