import { isDpd, isFedexExpress, isModulo10, isS10, isUps } from './check-digits.ts';

/** A number that is in a label. */
export interface Reading {
  readonly number: string;
  /** Confirmed by a check digit, or of a form that nothing else has. */
  readonly isSure: boolean;
}

interface Format {
  /** The whole label, upper case and without blanks. */
  readonly form: RegExp;
  /** What the number is made of, as `replace` takes it; left out, the first group. */
  readonly number?: string;
  readonly isSure: (number: string, label: string) => boolean;
}

const always = () => true;
const never = () => false;

/** Where each form comes from is said in ADR 021; what is likelier stands first. */
const formats: readonly Format[] = [
  // USPS: 420 and the ZIP code before an IMpb of 22 or 26 digits (Publication 199). Only at 34 digits in all may it be read in two ways.
  { form: /^420\d{5}(9[1-5](?:\d{20}|\d{24}))$/, isSure: isImpb },
  { form: /^420\d{9}(9[1-5](?:\d{20}|\d{24}))$/, isSure: isImpb },
  // USPS: the same before a number of 20 digits, whose check digit may count the 91 that is not printed.
  {
    form: /^420(?:\d{5}|\d{9})((?!9[1-5])\d{20})$/,
    isSure: (number) => isModulo10(number) || isModulo10(`91${number}`),
  },
  // FedEx Express and Ground, 34 digits: the last 14 are the number, filled up with zeros.
  { form: /^\d{20}00(\d{12})$/, isSure: isFedexExpress },
  { form: /^\d{20}((?!00)\d{14})$/, isSure: never },
  // FedEx ASTRA, 32 digits.
  { form: /^3\d{15}(\d{12})\d{4}$/, isSure: isFedexExpress },
  // FedEx Ground 96, 22 digits: the last 15 are the number.
  { form: /^96\d{5}(\d{15})$/, isSure: isModulo10 },
  // DPD: destination, number, service, country and check character; and the number with a check character of its own.
  { form: /^%?[0-9A-Z]{7}(\d{14})\d{6}[0-9A-Z]$/, isSure: (_number, label) => isDpd(label.replace('%', '')) },
  { form: /^(\d{14})[A-Z]$/, isSure: (_number, label) => isDpd(label) },
  // JD: waybill, which parcel of how many, and the gate of the sorting centre, which may be left out.
  { form: /^(JD[A-Z]{0,2}\d{9,13})-\d{1,6}-\d{1,6}(?:-\w{0,8})?$/, isSure: always },
  { form: /^(JD[A-Z]{0,2}\d{9,13})N\d{1,6}S\d{1,6}(?:H\w{0,8})?$/, isSure: always },
  { form: /^([A-Z]{0,3}\d{9,14})-\d{1,6}-\d{1,6}(?:-\w{0,8})?$/, isSure: never },
  // Numbers that are what they are, however they were grouped: UPS, UPU S10, USPS IMpb.
  { form: /^(1Z[0-9A-Z]{15}\d)$/, isSure: isUps },
  { form: /^([A-Z]{2}\d{9}[A-Z]{2})$/, isSure: isS10 },
  { form: /^(9[1-5](?:\d{20}|\d{24}))$/, isSure: isModulo10 },
  // Numbers that are told with and without what stands before them: the SSCC of GS1, DHL's and Yodel's pieces, USPS of 20 digits.
  { form: /^00(\d{18})$/, isSure: never },
  { form: /^(\d{18})$/, number: '00$1', isSure: never },
  { form: /^J(JD\d{16,18})$/, isSure: never },
  { form: /^(JD\d{16,18})$/, number: 'J$1', isSure: never },
  { form: /^91(\d{20})$/, isSure: never },
];

function isImpb(number: string, { length }: string): boolean {
  return length !== 34 || isModulo10(number);
}

/** Zeros stand for no number; the check digit of most is a zero, too. */
const zeros = /^0+$/;

/** Each number that a label may hold, with and without the hyphens in it; the likelier first, and possibly the label itself. */
export function readingsOf(label: string): Reading[] {
  const texts = new Set([label, label.replaceAll('-', '')]);
  const readings = [...texts].flatMap((text) =>
    formats
      .filter(({ form }) => form.test(text))
      .map(({ form, number: made = '$1', isSure }) => {
        const number = text.replace(form, made);
        return { number, isSure: isSure(number, text) };
      }),
  );
  return readings.filter(({ number }) => !zeros.test(number));
}
